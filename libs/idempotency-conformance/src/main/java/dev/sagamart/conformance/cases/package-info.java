/** The cases: each does something to the API and says in words what it got. */
@NullMarked
package dev.sagamart.conformance.cases;

import org.jspecify.annotations.NullMarked;
