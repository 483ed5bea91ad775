/** Black-box tests of the whole suite: everything goes through the gateway. */
@NullMarked
package dev.sagamart.systemtests;

import org.jspecify.annotations.NullMarked;
