package dev.sagamart.gateway;

import dev.sagamart.gateway.problem.GatewayProblem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/** Tells failures that came too late to matter: a client that hung up is no error of ours. */
@Component
class DroppedErrors {

    private static final Logger log = LoggerFactory.getLogger(DroppedErrors.class);

    @PostConstruct
    void listen() {
        Hooks.onErrorDropped(DroppedErrors::tell);
    }

    @PreDestroy
    void stopListening() {
        Hooks.resetOnErrorDropped();
    }

    private static void tell(Throwable failure) {
        if (failure instanceof AbortedException || failure instanceof IOException) {
            log.debug("A connection ended before its request did: {}", failure.toString());
        } else if (failure instanceof GatewayProblem) {
            log.debug("Nobody waited for this answer any more: {}", failure.toString());
        } else if (failure.getCause() instanceof InterruptedException) {
            log.debug("The work for a request was given up with it: {}", failure.toString());
        } else {
            log.error("A failure that nobody waited for", failure);
        }
    }
}
