package dev.sagamart.systemtests.http;

import dev.sagamart.local.infrastructure.TokenMint;

/** A suite as its clients know it. */
public interface Target {
    /** Where to send requests, without a slash at the end. */
    String gateway();

    /** Makes tokens that the suite trusts. */
    TokenMint mint();
}
