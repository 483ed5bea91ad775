package dev.sagamart.messaging.deadletters;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dead letter's place on its dead-letter topic, written {@code partition-offset}. */
public record LetterId(int partition, long offset) implements Comparable<LetterId> {
    /** The form of an id as text. */
    public static final String FORM = "^[0-9]{1,6}-[0-9]{1,18}$";

    private static final Pattern PARTS = Pattern.compile("([0-9]{1,6})-([0-9]{1,18})");
    private static final Comparator<LetterId> ORDER =
            Comparator.comparingInt(LetterId::partition).thenComparingLong(LetterId::offset);

    /** @return empty if the text is no id */
    public static Optional<LetterId> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? Optional.of(new LetterId(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
