package dev.sagamart.gateway.routing;

import dev.sagamart.gateway.idempotency.IdempotencyFilter;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
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
import org.springframework.core.env.Environment;

/** Turns the route table into routes: per path its methods, and behind them a refusal of all other methods. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private static final int AROUND_THE_ANSWER = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    private static final int BEFORE_THE_ANSWER = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    private static final String NOBODY = "no://service";

    private final UpstreamProperties upstreams;
    private final IdempotencyFilter idempotency;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final List<OwnAnswer> ownAnswers;

    RouteConfiguration(
            UpstreamProperties upstreams,
            IdempotencyFilter idempotency,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            List<OwnAnswer> ownAnswers) {
        this.upstreams = upstreams;
        this.idempotency = idempotency;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.ownAnswers = ownAnswers;
    }

    @Bean
    RoutePredicateHandlerMapping mapping(FilteringWebHandler handler, RouteLocator locator, Environment environment) {
        return new TableMapping(handler, locator, environment);
    }

    /** What they would remove, we have removed already, and nobody here speaks gRPC; each would copy all headers. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutUnusedHeaderFilters() {
        return beans -> Stream.of(
                        "removeForwardedHeadersFilter",
                        "removeXForwardedHeadersFilter",
                        "gRPCRequestHeadersFilter",
                        "gRPCResponseHeadersFilter")
                .filter(beans::containsBeanDefinition)
                .forEach(beans::removeBeanDefinition);
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        Places.ALL.forEach(place -> {
            place.endpoints().forEach(endpoint -> routes.route(endpoint.id(), route -> target(route, endpoint)));
            routes.route(place.path(), route -> refuseOtherMethods(route, place));
        });
        return routes.build();
    }

    private Buildable<Route> target(PredicateSpec route, Endpoint endpoint) {
        var upstream = endpoint.upstream();
        return upstream == null ? own(route, endpoint) : forward(route, endpoint, upstream);
    }

    private Buildable<Route> own(PredicateSpec route, Endpoint endpoint) {
        var answer = ownAnswers.stream()
                .filter(own -> own.path().equals(endpoint.path()))
                .findFirst()
                .orElseThrow();
        return route.alwaysTrue().filters(filters -> filters.filter(answer)).uri(NOBODY);
    }

    private Buildable<Route> forward(PredicateSpec route, Endpoint endpoint, Upstream upstream) {
        var target = route.alwaysTrue().filters(filters -> filtersFor(filters, endpoint, upstream));
        if (endpoint.patience() != null) {
            target.metadata(
                    RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                    endpoint.patience().toMillis());
        }
        return target.uri(upstream.address(upstreams));
    }

    private UriSpec filtersFor(GatewayFilterSpec filters, Endpoint endpoint, Upstream upstream) {
        if (endpoint.writes()) {
            filters.filter(idempotency, AROUND_THE_ANSWER);
        }
        filters.filter(new UpstreamErrorFilter(), BEFORE_THE_ANSWER).filter(guardOf(upstream));
        return endpoint.writes() ? filters : filters.filter(new OnceMoreFilter());
    }

    private GatewayFilter guardOf(Upstream upstream) {
        return new UpstreamGuard(breakers.circuitBreaker(upstream.breaker()), bulkheads.bulkhead(upstream.breaker()));
    }

    private static Buildable<Route> refuseOtherMethods(PredicateSpec route, Place place) {
        return route.alwaysTrue()
                .filters(filters -> filters.filter(new MethodNotAllowedFilter(place.endpoints())))
                .uri(NOBODY);
    }
}
