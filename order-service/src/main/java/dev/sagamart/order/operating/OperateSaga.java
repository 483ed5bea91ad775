package dev.sagamart.order.operating;

import dev.sagamart.messaging.Uuid7;
import dev.sagamart.order.checkout.SteerCheckouts;
import dev.sagamart.order.checkout.Steering;
import dev.sagamart.order.operating.OperatorAction.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does to a saga what an operator wants, and writes it into the book in the same transaction, whatever came of it. */
@Component
public class OperateSaga {
    private static final Logger log = LoggerFactory.getLogger(OperateSaga.class);

    private final SteerCheckouts checkouts;
    private final OperatorActions actions;
    private final Clock clock;

    OperateSaga(SteerCheckouts checkouts, OperatorActions actions, Clock clock) {
        this.checkouts = checkouts;
        this.actions = actions;
        this.clock = clock;
    }

    @Transactional
    public OperatorAction operate(Kind kind, String operator, UUID orderId, @Nullable String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Steering outcome = switch (kind) {
            case RETRY -> checkouts.retry(orderId);
            case COMPENSATE -> checkouts.compensate(orderId);
        };
        var action = new OperatorAction(Uuid7.next(), orderId, kind, operator, reason, outcome, now);
        actions.add(action);
        log.info("Operator {} wanted to {} the saga of order {}: {}", operator, kind, orderId, outcome);
        return action;
    }
}
