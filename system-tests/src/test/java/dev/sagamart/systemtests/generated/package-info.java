/** Thousands of requests made up from the API documents, right ones and wrong ones. */
@NullMarked
package dev.sagamart.systemtests.generated;

import org.jspecify.annotations.NullMarked;
