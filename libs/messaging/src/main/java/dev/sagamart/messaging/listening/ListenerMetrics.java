package dev.sagamart.messaging.listening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** What a subscription did, by consumer group. */
final class ListenerMetrics {
    private final DistributionSummary batches;
    private final Counter unknownTypes;
    private final Counter takenApart;
    private final Counter outages;
    private final Counter deadLetters;
    private final Counter leftToSender;

    ListenerMetrics(MeterRegistry meters, Subscription subscription) {
        String group = subscription.group();
        batches = DistributionSummary.builder("sagamart.messages.batch")
                .description("Messages handled in one transaction")
                .tag("group", group)
                .register(meters);
        unknownTypes = counter(meters, "sagamart.messages.unknown", group);
        takenApart = counter(meters, "sagamart.messages.batches.taken.apart", group);
        outages = counter(meters, "sagamart.messages.outages", group);
        deadLetters = counter(meters, "sagamart.messages.dead.letters", group);
        leftToSender = counter(meters, "sagamart.messages.left.to.sender", group);
    }

    private static Counter counter(MeterRegistry meters, String name, String group) {
        return Counter.builder(name).tag("group", group).register(meters);
    }

    void handled(int messages) {
        batches.record(messages);
    }

    void unknownType() {
        unknownTypes.increment();
    }

    void batchTakenApart() {
        takenApart.increment();
    }

    void outage() {
        outages.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void leftToSender() {
        leftToSender.increment();
    }
}
