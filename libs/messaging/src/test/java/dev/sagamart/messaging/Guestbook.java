package dev.sagamart.messaging;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The subscription of the test application: keeps what it is told in memory. */
class Guestbook implements Subscription {
    final List<Received> entries = new CopyOnWriteArrayList<>();

    @Override
    public String topic() {
        return Topics.ORDER_EVENTS;
    }

    @Override
    public String group() {
        return "guestbook";
    }

    @Override
    public WireTypes types() {
        return WireTypes.of(Noted.class);
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        entries.addAll(batch);
        return List.of();
    }
}
