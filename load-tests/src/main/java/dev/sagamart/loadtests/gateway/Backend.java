package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.suite.Service;

/** What both gateways stand before, and who gives the tokens that are good there. */
interface Backend extends AutoCloseable {
    void start();

    String url(Service service);

    String issuer();

    String jwkSetUri();

    String token(String user);

    @Override
    void close();
}
