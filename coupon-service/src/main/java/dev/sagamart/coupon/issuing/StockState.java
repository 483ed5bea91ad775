package dev.sagamart.coupon.issuing;

import java.util.Comparator;
import java.util.List;

/**
 * How far a campaign's counters are. Within one epoch they only go on, so equal states mean that nothing was given.
 *
 * @param epoch which opening of the counters it is, 0 if they are closed
 * @param last the position given last
 * @param holders how many users have a coupon
 */
record StockState(long epoch, long last, long holders) implements Comparable<StockState> {
    static final StockState NEVER_SEEN = new StockState(0, 0, 0);

    private static final Comparator<StockState> ORDER =
            Comparator.comparingLong(StockState::epoch).thenComparingLong(StockState::last);

    /** Reads the first three values that the script says. */
    static StockState of(List<String> said) {
        return new StockState(Long.parseLong(said.get(0)), Long.parseLong(said.get(1)), Long.parseLong(said.get(2)));
    }

    @Override
    public int compareTo(StockState other) {
        return ORDER.compare(this, other);
    }
}
