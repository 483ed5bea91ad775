package dev.sagamart.messaging.deadletters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The letters of a topic, oldest first: its partitions merged by the time of their letters. */
public final class ListLetters {
    private static final Comparator<Letter> AGE =
            Comparator.comparing(Letter::writtenAt).thenComparing(Letter::id);

    private final LetterReader reader;
    private final Decisions decisions;

    ListLetters(LetterReader reader, Decisions decisions) {
        this.reader = reader;
        this.decisions = decisions;
    }

    /**
     * A part of the list.
     *
     * @param after the place of the last letter seen, or null for the beginning
     * @throws IllegalArgumentException if that is no place
     */
    public List<ListedLetter> list(String topic, @Nullable String after, int rows) {
        var place = new Place(after);
        Map<Integer, List<Letter>> lanes = new TreeMap<>();
        reader.read(topic, place::next, letter -> {
            List<Letter> lane = lanes.computeIfAbsent(letter.partition(), partition -> new ArrayList<>());
            lane.add(Letter.of(letter));
            return lane.size() < rows;
        });
        return listed(topic, merge(new ArrayList<>(lanes.values()), rows), place);
    }

    /** Takes the oldest of the first ones again and again, so that no lane is ever read out of its order. */
    private static List<Letter> merge(List<List<Letter>> lanes, int rows) {
        var merged = new ArrayList<Letter>();
        while (merged.size() < rows && !lanes.isEmpty()) {
            List<Letter> lane = Collections.min(lanes, Comparator.comparing(List::getFirst, AGE));
            merged.add(lane.removeFirst());
            lanes.removeIf(List::isEmpty);
        }
        return merged;
    }

    private List<ListedLetter> listed(String topic, List<Letter> letters, Place place) {
        Map<LetterId, Decision> decided = decisions.of(topic, letters);
        return letters.stream()
                .map(letter ->
                        new ListedLetter(letter, LetterState.after(decided.get(letter.id())), place.after(letter.id())))
                .toList();
    }

    /** How far each partition was read, written as offsets with dots between them. */
    private static final class Place {
        private long[] next;

        Place(@Nullable String text) {
            next = text == null
                    ? new long[0]
                    : Arrays.stream(text.split("\\.", -1))
                            .mapToLong(Long::parseLong)
                            .toArray();
        }

        Long next(int partition) {
            return partition < next.length ? next[partition] : 0;
        }

        String after(LetterId id) {
            next = Arrays.copyOf(next, Math.max(next.length, id.partition() + 1));
            next[id.partition()] = id.offset() + 1;
            return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
        }
    }
}
