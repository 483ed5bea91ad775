/** A small service to attach the agent to: a participant of the saga with its record in memory. */
package dev.sagamart.faultagent.program;
