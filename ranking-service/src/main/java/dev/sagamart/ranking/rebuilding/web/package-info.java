/** Rebuilds over HTTP. */
@NullMarked
package dev.sagamart.ranking.rebuilding.web;

import org.jspecify.annotations.NullMarked;
