package dev.sagamart.gateway.routing;

import static dev.sagamart.gateway.routing.Upstream.CHARGE_LOG;
import static dev.sagamart.gateway.routing.Upstream.COUPON;
import static dev.sagamart.gateway.routing.Upstream.ORDER;
import static dev.sagamart.gateway.routing.Upstream.POINT;
import static dev.sagamart.gateway.routing.Upstream.PRODUCT;
import static dev.sagamart.gateway.routing.Upstream.RANKING;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The desk for dead letters: those of a topic are with the service that listens to it. */
final class DeadLetterEndpoints {

    /** A topic is read from its beginning for some answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Map<String, Upstream> READERS = new TreeMap<>(Map.of(
            "coupon.commands", COUPON,
            "product.commands", PRODUCT,
            "point.commands", POINT,
            "order.replies", ORDER,
            "order.events", RANKING,
            "point.events", CHARGE_LOG,
            "coupon.events", COUPON,
            "product.events", RANKING));

    private DeadLetterEndpoints() {}

    /** The other rows, and behind them those of the desk. */
    static List<Endpoint> after(Endpoint... others) {
        return Stream.concat(Stream.of(others), all()).toList();
    }

    private static Stream<Endpoint> all() {
        return READERS.entrySet().stream()
                .flatMap(reader -> of("/v1/dead-letters/" + reader.getKey(), reader.getValue()))
                .map(endpoint -> endpoint.patient(PATIENCE));
    }

    private static Stream<Endpoint> of(String path, Upstream reader) {
        return Stream.of(
                Endpoint.admin(GET, path, reader),
                Endpoint.admin(GET, path + "/{id}", reader),
                Endpoint.admin(POST, path + "/replays", reader),
                Endpoint.admin(POST, path + "/discards", reader));
    }
}
