package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The topics whose dead letters are this service's business: those that it listens to. */
public final class DeskTopics {
    private final Map<String, Subscription> readers = new TreeMap<>();

    DeskTopics(Collection<Subscription> subscriptions) {
        for (Subscription subscription : subscriptions) {
            if (readers.put(subscription.topic(), subscription) != null) {
                throw new IllegalStateException("a replay on " + subscription.topic() + " would reach two readers");
            }
        }
    }

    public Set<String> names() {
        return readers.keySet();
    }

    WireTypes types(String topic) {
        Subscription known = readers.get(topic);
        if (known == null) {
            throw new IllegalArgumentException("not a topic of this service: " + topic);
        }
        return known.types();
    }
}
