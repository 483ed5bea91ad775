package dev.sagamart.local.cli;

import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Suite;

/** What a newcomer sees when everything is ready. */
final class Welcome {
    private Welcome() {}

    static String text(Suite suite, String arguments) {
        PortPlan ports = suite.options().ports();
        return """
                Gateway        %1$s/v1
                API documents  %1$s/documents
                Token issuer   %2$s/oauth2/token
                PostgreSQL     127.0.0.1:%3$d   Redis 127.0.0.1:%4$d   Kafka 127.0.0.1:%5$d

                Charge points and order, as the user alice:

                  TOKEN=%6$s

                  curl -s %1$s/v1/points/charges -H "Authorization: Bearer $TOKEN" \\
                       -H "Idempotency-Key: $(uuidgen)" -H 'Content-Type: application/json' -d '{"amount":100000}'

                  curl -s %1$s/v1/orders -H "Authorization: Bearer $TOKEN" \\
                       -H "Idempotency-Key: $(uuidgen)" -H 'Content-Type: application/json' \\
                       -d '{"items":[{"productId":1,"quantity":2}]}'

                In another terminal:
                  ./run demo%7$s            the whole story, every step checked
                  ./run status%7$s          what runs and how it feels
                  ./run kill order%7$s      kill -9 a service; ./run start order%7$s brings it back
                  ./run --help

                Ctrl-C, or ./run stop%7$s, stops everything.""".formatted(
                        suite.gatewayUrl(),
                        ports.issuerUrl(),
                        ports.postgres(),
                        ports.redis(),
                        ports.kafka(),
                        suite.token("alice", false),
                        arguments);
    }
}
