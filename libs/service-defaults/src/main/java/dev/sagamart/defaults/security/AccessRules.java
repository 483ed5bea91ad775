package dev.sagamart.defaults.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** A service's exceptions from "every request needs a token": what anybody may read, and what only admins may do. */
public final class AccessRules {
    /** A method on a path pattern. */
    public record Route(HttpMethod method, String pattern) {}

    private final List<Route> open = new ArrayList<>();
    private final List<Route> admin = new ArrayList<>();

    /** All rules of a service: its own and those of libraries. */
    public static AccessRules all(Stream<AccessRules> parts) {
        var all = new AccessRules();
        parts.forEach(part -> {
            all.open.addAll(part.open);
            all.admin.addAll(part.admin);
        });
        return all;
    }

    public AccessRules anybodyMayRead(String... patterns) {
        for (String pattern : patterns) {
            open.add(new Route(HttpMethod.GET, pattern));
        }
        return this;
    }

    public AccessRules onlyAdminsMay(HttpMethod method, String... patterns) {
        for (String pattern : patterns) {
            admin.add(new Route(method, pattern));
        }
        return this;
    }

    public boolean isOpen(HttpMethod method, String pattern) {
        return open.contains(new Route(method, pattern));
    }

    public boolean isForAdmins(HttpMethod method, String pattern) {
        return admin.contains(new Route(method, pattern));
    }

    List<Route> open() {
        return open;
    }

    List<Route> admin() {
        return admin;
    }
}
