package dev.sagamart.gateway.routing;

import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the route that the table names, where the framework would ask the routes one after the other. */
final class TableMapping extends RoutePredicateHandlerMapping {

    private static final int BEFORE_ALL_OTHERS = -2;

    private final Map<String, Route> routes;

    TableMapping(FilteringWebHandler handler, RouteLocator locator, Environment environment) {
        super(handler, locator, new GlobalCorsProperties(), environment);
        setOrder(BEFORE_ALL_OTHERS);
        routes = Objects.requireNonNull(
                locator.getRoutes().collectMap(Route::getId).block());
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        var place = Places.of(exchange);
        if (place == null) {
            return Mono.empty();
        }
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observation -> observation.setPathPattern(place.path()));
        return Mono.justOrEmpty(routes.get(place.routeFor(exchange.getRequest().getMethod())));
    }
}
