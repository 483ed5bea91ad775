package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.TokenIssuer;
import dev.sagamart.local.suite.Service;
import java.nio.file.Path;
import java.time.Clock;

/** One process that answers at once: all the work to be seen is that of the gateways. */
final class ConstantBackend implements Backend {
    private final JavaServer upstream;
    private final TokenIssuer issuer;

    ConstantBackend(Path home, Programs programs) {
        upstream = programs.upstream();
        issuer = TokenIssuer.start(home, 0, Clock.systemUTC());
    }

    @Override
    public void start() {
        upstream.start();
    }

    @Override
    public String url(Service service) {
        return Programs.url(upstream.port());
    }

    @Override
    public String issuer() {
        return issuer.issuer();
    }

    @Override
    public String jwkSetUri() {
        return issuer.jwkSetUri();
    }

    @Override
    public String token(String user) {
        return issuer.token(user, false);
    }

    @Override
    public void close() {
        upstream.stop();
        issuer.close();
    }
}
