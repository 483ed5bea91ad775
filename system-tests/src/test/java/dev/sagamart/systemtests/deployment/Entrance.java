package dev.sagamart.systemtests.deployment;

import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.http.Target;

/** A suite behind one of its gateways. */
record Entrance(String gateway, TokenMint mint) implements Target {}
