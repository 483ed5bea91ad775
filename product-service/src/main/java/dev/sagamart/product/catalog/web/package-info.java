/** The catalog over HTTP: open to read, for admins to change. */
@NullMarked
package dev.sagamart.product.catalog.web;

import org.jspecify.annotations.NullMarked;
