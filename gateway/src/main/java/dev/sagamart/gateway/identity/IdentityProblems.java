package dev.sagamart.gateway.identity;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import dev.sagamart.gateway.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answers to a caller who is not known or not allowed. */
@Component
class IdentityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemWriter writer;

    IdentityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        boolean tried = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        var challenge = tried ? "Bearer error=\"invalid_token\"" : "Bearer";
        return writer.write(
                exchange,
                new GatewayProblem(ProblemCode.UNAUTHENTICATED, "A valid bearer token is needed.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return writer.write(
                exchange,
                new GatewayProblem(ProblemCode.FORBIDDEN, "This needs a right that the token does not carry.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"admin\""));
    }
}
