package dev.sagamart.gateway.routing;

import dev.sagamart.gateway.idempotency.IdempotencyFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Turns the route table into routes: per path its methods, and behind them a refusal of all other methods. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private static final int AROUND_THE_ANSWER = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    private static final int BEFORE_THE_ANSWER = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;

    private final UpstreamProperties upstreams;
    private final IdempotencyFilter idempotency;

    RouteConfiguration(UpstreamProperties upstreams, IdempotencyFilter idempotency) {
        this.upstreams = upstreams;
        this.idempotency = idempotency;
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        endpointsByPath().forEach((path, endpoints) -> {
            endpoints.forEach(endpoint -> routes.route(endpoint.id(), route -> forward(route, endpoint)));
            routes.route(path, route -> refuseOtherMethods(route, path, endpoints));
        });
        return routes.build();
    }

    private static Map<String, List<Endpoint>> endpointsByPath() {
        return Endpoints.ALL.stream()
                .collect(Collectors.groupingBy(Endpoint::path, LinkedHashMap::new, Collectors.toList()));
    }

    private Buildable<Route> forward(PredicateSpec route, Endpoint endpoint) {
        var target = route.path(endpoint.path())
                .and()
                .method(endpoint.methods())
                .filters(filters -> filtersFor(filters, endpoint));
        if (endpoint.patience() != null) {
            target.metadata(
                    RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                    endpoint.patience().toMillis());
        }
        return target.uri(endpoint.upstream().address(upstreams));
    }

    private UriSpec filtersFor(GatewayFilterSpec filters, Endpoint endpoint) {
        if (endpoint.writes()) {
            filters.filter(idempotency, AROUND_THE_ANSWER);
        }
        filters.filter(new UpstreamErrorFilter(), BEFORE_THE_ANSWER)
                .circuitBreaker(breaker -> breaker.setName(endpoint.upstream().breaker()));
        return endpoint.writes() ? filters : filters.retry(RouteConfiguration::onceMoreIfTheConnectionBroke);
    }

    /** For reads only: a write may have been done although its connection broke. */
    @SuppressWarnings("unchecked") // the framework takes classes as varargs
    private static void onceMoreIfTheConnectionBroke(RetryConfig retry) {
        retry.setRetries(1)
                .setMethods(HttpMethod.GET, HttpMethod.HEAD)
                .setSeries()
                .setStatuses();
        retry.setExceptions(IOException.class);
        retry.setBackoff(Duration.ofMillis(50), Duration.ofMillis(100), 2, false);
    }

    private static Buildable<Route> refuseOtherMethods(PredicateSpec route, String path, List<Endpoint> endpoints) {
        return route.path(path)
                .filters(filters -> filters.filter(new MethodNotAllowedFilter(endpoints)))
                .uri("no://service");
    }
}
