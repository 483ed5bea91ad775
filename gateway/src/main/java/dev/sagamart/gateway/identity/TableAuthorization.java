package dev.sagamart.gateway.identity;

import dev.sagamart.gateway.routing.Access;
import dev.sagamart.gateway.routing.Places;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may call what is read from the route table; what is not in it is for users only, to be told that it is not there. */
final class TableAuthorization implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final SimpleGrantedAuthority ADMIN = new SimpleGrantedAuthority("SCOPE_admin");
    private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        var access = accessTo(context.getExchange());
        return access == Access.ANYONE
                ? Mono.just(GRANTED)
                : caller.map(known -> admits(access, known) ? GRANTED : DENIED).defaultIfEmpty(DENIED);
    }

    static boolean admits(Access access, Authentication caller) {
        return switch (access) {
            case ANYONE -> true;
            case USER -> caller.isAuthenticated();
            case ADMIN -> caller.isAuthenticated() && caller.getAuthorities().contains(ADMIN);
        };
    }

    static Access accessTo(ServerWebExchange exchange) {
        var place = Places.of(exchange);
        var endpoint =
                place == null ? null : place.offering(exchange.getRequest().getMethod());
        return endpoint == null ? Access.USER : endpoint.access();
    }
}
