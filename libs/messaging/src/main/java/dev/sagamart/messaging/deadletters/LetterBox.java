package dev.sagamart.messaging.deadletters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds certain letters among those of a topic. */
final class LetterBox {
    /** A partition and a key on it. */
    private record KeyedLane(int partition, String key) {}

    private final LetterReader reader;

    LetterBox(LetterReader reader) {
        this.reader = reader;
    }

    /**
     * What is made of these letters.
     *
     * @throws NoSuchLetter if one of them is not there
     */
    <T> Map<LetterId, T> get(
            String topic, Collection<LetterId> ids, Function<ConsumerRecord<String, byte[]>, T> reading) {
        Map<Integer, LetterId> first =
                ids.stream().collect(Collectors.toMap(LetterId::partition, id -> id, LetterBox::earlier));
        Map<Integer, LetterId> last =
                ids.stream().collect(Collectors.toMap(LetterId::partition, id -> id, LetterBox::later));
        var found = new HashMap<LetterId, T>();
        reader.read(
                topic,
                partition -> {
                    LetterId start = first.get(partition);
                    return start == null ? null : start.offset();
                },
                letter -> {
                    var id = new LetterId(letter.partition(), letter.offset());
                    if (ids.contains(id)) {
                        found.put(id, reading.apply(letter));
                    }
                    LetterId end = last.get(letter.partition());
                    return end != null && id.compareTo(end) < 0;
                });
        for (LetterId id : ids) {
            if (!found.containsKey(id)) {
                throw new NoSuchLetter(id);
            }
        }
        return found;
    }

    private static LetterId earlier(LetterId one, LetterId other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static LetterId later(LetterId one, LetterId other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** All letters that have the key of one of these, on its partition. */
    List<Letter> ofSameKeys(String topic, Collection<Letter> letters) {
        Set<KeyedLane> lanes = letters.stream()
                .filter(letter -> letter.key() != null)
                .map(letter -> new KeyedLane(letter.id().partition(), String.valueOf(letter.key())))
                .collect(Collectors.toSet());
        Set<Integer> partitions = lanes.stream().map(KeyedLane::partition).collect(Collectors.toSet());
        var related = new ArrayList<Letter>();
        reader.read(topic, partition -> partitions.contains(partition) ? 0L : null, letter -> {
            if (letter.key() != null && lanes.contains(new KeyedLane(letter.partition(), letter.key()))) {
                related.add(Letter.of(letter));
            }
            return true;
        });
        return related;
    }
}
