package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A bean that takes messages from a topic. Each call of {@link #handle} runs in one database transaction; what it
 * returns is sent after the commit and before the offsets are committed, so a crash in between leads to redelivery.
 */
public interface Subscription {
    String topic();

    /** The consumer group; one per service and purpose. */
    String group();

    WireTypes types();

    /** What happens to a well-formed record of a type that is not in {@link #types}. */
    default UnknownTypes unknownTypes() {
        return UnknownTypes.DEAD_LETTER;
    }

    /** Handles a whole poll (1..500 messages, in order per partition); must give the same result when called again. */
    List<Outgoing> handle(List<Received> batch);

    /**
     * Whether the sender repeats this message until it is answered: such a message is left to its sender when it keeps
     * failing, and never dead-lettered.
     */
    default boolean isRepeatedBySender(Received message) {
        return false;
    }

    /** Offsets to start from instead of the group's own, by partition; asked whenever partitions are assigned. */
    default Map<Integer, Long> startOffsets(Collection<Integer> partitions) {
        return Map.of();
    }

    /**
     * Tells how far a poll went that had more in it than messages to handle: types to ignore, or records that were set
     * aside. Runs in a transaction of its own when all of it is done with, before the group's offsets are committed.
     *
     * @param next the offset to read next, by partition
     */
    default void passed(Map<Integer, Long> next) {}

    /** Tells which partitions this instance owns now, after every change. */
    default void ownedPartitions(Collection<Integer> partitions) {}
}
