/** The checked-in API documents and example requests, held against the running suite. */
@NullMarked
package dev.sagamart.systemtests.documents;

import org.jspecify.annotations.NullMarked;
