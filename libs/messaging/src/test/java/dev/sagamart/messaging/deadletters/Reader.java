package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.TestTopic;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A subscription that can be broken and repaired: it may not know a type, or may not stand a note. */
class Reader implements Subscription {
    final List<String> notes = new CopyOnWriteArrayList<>();
    volatile WireTypes types = WireTypes.of(Noted.class);
    volatile Predicate<String> unbearable = note -> false;

    private final TestTopic topic;

    Reader(TestTopic topic) {
        this.topic = topic;
    }

    @Override
    public String topic() {
        return topic.name();
    }

    @Override
    public String group() {
        return "reader-of-" + topic.name();
    }

    @Override
    public WireTypes types() {
        return types;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        List<String> read =
                batch.stream().map(message -> ((Noted) message.body()).note()).toList();
        if (read.stream().anyMatch(unbearable)) {
            throw new IllegalStateException("cannot stand " + abbreviated(read));
        }
        notes.addAll(read);
        return List.of();
    }

    private static String abbreviated(List<String> read) {
        String text = read.toString();
        return text.substring(0, Math.min(100, text.length()));
    }
}
