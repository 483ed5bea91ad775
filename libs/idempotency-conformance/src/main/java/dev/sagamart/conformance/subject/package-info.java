/** What is tested: where it is, who may call it, how its write and its effect look, and how it can be disturbed. */
@NullMarked
package dev.sagamart.conformance.subject;

import org.jspecify.annotations.NullMarked;
