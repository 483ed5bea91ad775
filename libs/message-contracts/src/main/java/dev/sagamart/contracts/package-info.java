/** The messages that services exchange: records of JDK types, one package per owning team; no logic. */
@NullMarked
package dev.sagamart.contracts;

import org.jspecify.annotations.NullMarked;
