package dev.sagamart.order.checkout;

import dev.sagamart.order.checkout.CheckoutEvent.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@link Journal} has written about one saga; words it does not know are of a newer version and left out. */
final class JournalReader {
    private static final Map<String, Kind> KINDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::name, Function.identity()));
    private static final Map<String, CheckoutStep> STEPS =
            Stream.of(CheckoutStep.values()).collect(Collectors.toMap(CheckoutStep::name, Function.identity()));

    private final Checkout checkout;
    private final Set<CheckoutStep> taken = EnumSet.noneOf(CheckoutStep.class);
    private final List<CheckoutEvent> events = new ArrayList<>();

    private JournalReader(Checkout checkout) {
        this.checkout = checkout;
    }

    /** All that happened, oldest first, from the placing of the order on. */
    static List<CheckoutEvent> read(Checkout checkout, Instant createdAt, String journal) {
        var reader = new JournalReader(checkout);
        Instant placed = createdAt.truncatedTo(ChronoUnit.MILLIS);
        CheckoutStep first = checkout.hasCoupon() ? CheckoutStep.COUPON : CheckoutStep.STOCK;
        reader.events.add(CheckoutEvent.of(placed, Kind.PLACED, null));
        reader.events.add(new CheckoutEvent(placed, Kind.ASKED, first, null, 1, null, null));
        journal.lines().forEach(reader::line);
        return reader.events.stream().map(reader::moving).toList();
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        Instant at = Instant.parse(line.substring(0, space));
        for (String fact : line.substring(space + 1).split(", ", -1)) {
            fact(at, fact.split(" ", -1));
        }
    }

    private void fact(Instant at, String[] words) {
        Kind kind = KINDS.get(words[0]);
        if (kind == Kind.ASKED_AGAIN) {
            events.add(
                    new CheckoutEvent(at, kind, null, null, Integer.parseInt(words[1]), Instant.parse(words[2]), null));
        } else if (kind != null) {
            CheckoutStep step = words.length > 1 ? STEPS.get(words[1]) : null;
            String detail = words.length > (step == null ? 1 : 2) ? words[words.length - 1] : null;
            events.add(new CheckoutEvent(at, kind, step, detail, 1, null, null));
            if (step != null && (kind == Kind.TAKEN || kind == Kind.REPLY_IGNORED)) {
                taken.add(step);
            }
        }
    }

    /** Adds what was moved; even a late reply, after the giving back, tells that there was something to be given back. */
    private CheckoutEvent moving(CheckoutEvent it) {
        CheckoutStep step = it.step();
        boolean moves = it.kind() == Kind.TAKEN || it.kind() == Kind.GIVEN_BACK;
        return step == null || !moves ? it : it.with(Movement.of(step, checkout, taken.contains(step)));
    }
}
