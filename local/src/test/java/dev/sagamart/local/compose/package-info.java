/** What containers are given, held against what the code wants. */
@NullMarked
package dev.sagamart.local.compose;

import org.jspecify.annotations.NullMarked;
