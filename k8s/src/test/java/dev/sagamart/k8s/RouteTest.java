package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Pattern ANSWER_PATIENCE =
            Pattern.compile("@DefaultValue\\(\"(\\d+)s\"\\) Duration answerPatience");

    private final List<HTTPRouteRule> rules =
            Overlay.PROD.all("HTTPRoute", HTTPRoute.class).getFirst().getSpec().getRules();

    @Test
    void clients_reach_the_gateway_and_nobody_else() {
        assertThat(rules).flatExtracting(HTTPRouteRule::getBackendRefs).allSatisfy(backend -> {
            assertThat(backend.getName()).isEqualTo(Services.GATEWAY);
            assertThat(backend.getPort()).isEqualTo(8080);
        });
    }

    @Test
    void they_wait_longer_than_the_gateway_takes_to_answer_anything() {
        long patience = Repository.sources(Services.GATEWAY).stream()
                .flatMap(source -> ANSWER_PATIENCE.matcher(source).results())
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .findFirst()
                .orElseThrow();

        assertThat(rules)
                .allSatisfy(rule -> assertThat(
                                Duration.parse("PT" + rule.getTimeouts().getRequest()))
                        .isGreaterThan(Duration.ofSeconds(patience)));
    }
}
