package dev.sagamart.gateway.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;

/** Finds the place that a request asks for, once per request, for everybody who wants to know. */
public final class Places {

    static final List<Place> ALL = all();

    private static final String ATTRIBUTE = Places.class.getName();
    private static final Map<String, Place> WITHOUT_VARIABLES = ALL.stream()
            .filter(place -> place.path().indexOf('{') < 0)
            .collect(Collectors.toMap(Place::path, place -> place));

    private Places() {}

    /** The place, or null if the API has no such path. */
    public static @Nullable Place of(ServerWebExchange exchange) {
        Place known = exchange.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        var place = find(exchange.getRequest().getPath().pathWithinApplication());
        if (place != null) {
            exchange.getAttributes().put(ATTRIBUTE, place);
        }
        return place;
    }

    private static @Nullable Place find(PathContainer path) {
        var fixed = WITHOUT_VARIABLES.get(path.value());
        if (fixed != null) {
            return fixed;
        }
        for (var place : ALL) {
            if (place.pattern().matches(path)) {
                return place;
            }
        }
        return null;
    }

    private static List<Place> all() {
        var byPath = new LinkedHashMap<String, List<Endpoint>>();
        Endpoints.ALL.forEach(endpoint -> byPath.computeIfAbsent(endpoint.path(), path -> new ArrayList<>())
                .add(endpoint));
        return byPath.entrySet().stream()
                .map(entry -> Place.of(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
