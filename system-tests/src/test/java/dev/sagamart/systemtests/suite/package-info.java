/** The one suite that all tests of a JVM share. */
@NullMarked
package dev.sagamart.systemtests.suite;

import org.jspecify.annotations.NullMarked;
