package dev.sagamart.systemtests.http;

import dev.sagamart.local.infrastructure.TokenMint;

/** A suite behind one of its gateways. */
public record Entrance(String gateway, TokenMint mint) implements Target {}
