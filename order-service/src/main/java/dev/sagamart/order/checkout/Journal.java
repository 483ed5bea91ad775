package dev.sagamart.order.checkout;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a saga's journal, which {@link JournalReader} and people read: {@code time FACT, FACT}. */
final class Journal {
    /** Late replies that get a line; all of them are counted in the metrics. */
    static final int MOST_IGNORED = 5;

    /** Codes come from other services, and a line has its own punctuation. */
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_]");

    private Journal() {}

    /** What a step was caused by and what follows from it; before that, what had been asked again until then. */
    static String step(CheckoutRow before, Decision.Step step, Instant now) {
        var line = new StringBuilder(96).append(repeats(before.repeats())).append(time(now));
        Cause cause = step.cause();
        line.append(' ').append(cause.kind());
        if (cause.step() != null) {
            line.append(' ').append(cause.step());
        }
        append(line, cause.code());
        Checkout next = step.next();
        if (step.verdict() != null) {
            line.append(", ").append(next.reason() == null ? "COMPLETED" : "REJECTED");
            append(line, next.reason());
        } else if (next.state() == CheckoutState.REJECTED) {
            line.append(", UNDONE");
        }
        if (!step.commands().isEmpty()) {
            String asked = next.state() == CheckoutState.COMPENSATING ? ", ASKED_BACK " : ", ASKED ";
            next.outstanding().forEach(outstanding -> line.append(asked).append(outstanding));
        }
        return line.append('\n').toString();
    }

    /** @param taken the step that was carried out after all, or null */
    static String ignored(SagaMessage reply, @Nullable CheckoutStep taken, Instant now) {
        String type = reply.getClass().getAnnotation(MessageType.class).value();
        return time(now) + " REPLY_IGNORED " + (taken == null ? "" : taken + " ") + type + '\n';
    }

    /** One line for any number of them, or nothing. */
    static String repeats(Repeats repeats) {
        if (repeats.first() == null || repeats.last() == null) {
            return "";
        }
        return "%s ASKED_AGAIN %d %s\n".formatted(time(repeats.first()), repeats.count(), time(repeats.last()));
    }

    private static void append(StringBuilder line, @Nullable String code) {
        if (code != null) {
            line.append(' ').append(NO_WORD.matcher(code).replaceAll("_"));
        }
    }

    private static Instant time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
