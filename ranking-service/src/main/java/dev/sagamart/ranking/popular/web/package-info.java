/** The popular products over HTTP. */
@NullMarked
package dev.sagamart.ranking.popular.web;

import org.jspecify.annotations.NullMarked;
