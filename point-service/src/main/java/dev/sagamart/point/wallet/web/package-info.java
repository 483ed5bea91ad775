/** The wallet over HTTP. */
@NullMarked
package dev.sagamart.point.wallet.web;

import org.jspecify.annotations.NullMarked;
