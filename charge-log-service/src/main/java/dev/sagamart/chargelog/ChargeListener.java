package dev.sagamart.chargelog;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsCharged;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes charges into the log as they are announced. */
@Component
class ChargeListener implements Subscription {
    private final ChargeLog log;

    ChargeListener(ChargeLog log) {
        this.log = log;
    }

    @Override
    public String topic() {
        return Topics.POINT_EVENTS;
    }

    @Override
    public String group() {
        return "charge-log-service";
    }

    @Override
    public WireTypes types() {
        return WireTypes.of(PointsCharged.class);
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        log.add(batch.stream()
                .map(message -> logged((PointsCharged) message.body()))
                .toList());
        return List.of();
    }

    private static LoggedCharge logged(PointsCharged event) {
        var charge = new Charge(event.chargeId(), event.amount(), event.balance(), event.chargedAt());
        return new LoggedCharge(event.userId(), charge);
    }
}
