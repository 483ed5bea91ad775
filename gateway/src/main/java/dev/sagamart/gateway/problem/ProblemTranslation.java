package dev.sagamart.gateway.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What a failure inside the gateway means for the client; nothing of the failure's own words is passed on. */
final class ProblemTranslation {

    private ProblemTranslation() {}

    static GatewayProblem of(Throwable failure) {
        return switch (failure) {
            case GatewayProblem problem -> problem;
            case ResponseStatusException answer ->
                GatewayProblem.ofStatus(answer.getStatusCode().value());
            case CallNotPermittedException _, AuthenticationServiceException _ -> GatewayProblem.unavailable();
            case BulkheadFullException _, PoolAcquireTimeoutException _, ConnectException _, UnknownHostException _ ->
                GatewayProblem.unavailable();
            case TimeoutException _, io.netty.handler.timeout.TimeoutException _, IOException _, AbortedException _ ->
                GatewayProblem.unanswered();
            default -> GatewayProblem.ofStatus(500);
        };
    }
}
