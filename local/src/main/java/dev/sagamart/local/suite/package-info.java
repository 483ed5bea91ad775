/** The whole suite on this machine: which processes there are, how they start, and how they stop. */
@NullMarked
package dev.sagamart.local.suite;

import org.jspecify.annotations.NullMarked;
