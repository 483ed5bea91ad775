/** JSON without coercion, and keyset pages. */
@NullMarked
package dev.sagamart.defaults.web;

import org.jspecify.annotations.NullMarked;
