package dev.sagamart.chaos.mutants;

import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.http.Target;

/** A suite behind one of its gateways. */
record At(String gateway, TokenMint mint) implements Target {}
