package dev.sagamart.gateway.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What a failure inside the gateway means for the client; nothing of the failure's own words is passed on. */
final class ProblemTranslation {

    private ProblemTranslation() {}

    static GatewayProblem of(Throwable failure) {
        return switch (failure) {
            case GatewayProblem problem -> problem;
            case MethodNotAllowedException refused -> methodNotAllowed(refused);
            case ResponseStatusException answer ->
                GatewayProblem.ofStatus(answer.getStatusCode().value());
            case ServiceUnavailableException _, AuthenticationServiceException _ -> GatewayProblem.unavailable();
            case BulkheadFullException _, PoolAcquireTimeoutException _, ConnectException _, UnknownHostException _ ->
                GatewayProblem.unavailable();
            case TimeoutException _, io.netty.handler.timeout.TimeoutException _, IOException _, AbortedException _ ->
                GatewayProblem.unanswered();
            default -> GatewayProblem.ofStatus(500);
        };
    }

    private static GatewayProblem methodNotAllowed(MethodNotAllowedException refused) {
        var allowed = refused.getSupportedMethods().stream()
                .flatMap(method ->
                        method.equals(HttpMethod.GET) ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method))
                .map(HttpMethod::name)
                .collect(Collectors.joining(", "));
        return new GatewayProblem(ProblemCode.METHOD_NOT_ALLOWED, "This path offers " + allowed + ".")
                .with(HttpHeaders.ALLOW, allowed);
    }
}
