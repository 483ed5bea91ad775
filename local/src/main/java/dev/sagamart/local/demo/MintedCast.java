package dev.sagamart.local.demo;

import dev.sagamart.local.infrastructure.TokenMint;

/** Users of the development issuer, which believes every name. */
public record MintedCast(TokenMint mint) implements Cast {
    private static final int CROWD = 300;

    @Override
    public String admin() {
        return mint.token("demo-admin", true);
    }

    @Override
    public String user(String name) {
        return mint.token(name, false);
    }

    @Override
    public int crowd() {
        return CROWD;
    }

    @Override
    public void close() {
        // nothing is kept of a user of the mint
    }
}
