package dev.sagamart.gateway.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A path of the API with all that is offered there. */
public record Place(PathPattern pattern, List<Endpoint> endpoints) {

    static Place of(String path, List<Endpoint> endpoints) {
        return new Place(PathPatternParser.defaultInstance.parse(path), endpoints);
    }

    String path() {
        return pattern.getPatternString();
    }

    /** The row for the method, or null if it is not offered here. */
    public @Nullable Endpoint offering(HttpMethod method) {
        for (var endpoint : endpoints) {
            if (endpoint.methods().contains(method)) {
                return endpoint;
            }
        }
        return null;
    }

    /** The name of the route that the method takes; what is not offered takes the one that says so. */
    String routeFor(HttpMethod method) {
        var endpoint = offering(method);
        return endpoint == null ? path() : endpoint.id();
    }
}
