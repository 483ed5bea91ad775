package dev.sagamart.gateway.limits;

/**
 * What one caller may still do, by the generic cell rate algorithm (ITU-T I.371): each request adds to a debt that time
 * pays off, and nobody may owe more than a burst. Times are nanoseconds of one clock that never goes back.
 */
final class Allowance {

    private final String key;
    private final Limit limit;
    private long paidOffAt;
    private long unshared;
    private boolean queued;

    /** @param key under which the gateways share it */
    Allowance(String key, Limit limit, long now) {
        this.key = key;
        this.limit = limit;
        this.paidOffAt = now;
    }

    String key() {
        return key;
    }

    Limit limit() {
        return limit;
    }

    synchronized Verdict ask(long now) {
        long owed = owed(now);
        long after = owed + limit.interval();
        if (after > limit.capacity()) {
            return new Verdict(limit, false, 0, owed, after - limit.capacity());
        }
        paidOffAt = now + after;
        unshared++;
        return new Verdict(limit, true, (limit.capacity() - after) / limit.interval(), after, 0);
    }

    /** Whether so much is used that others should know, and they are not about to be told already. */
    synchronized boolean enqueue(long now) {
        boolean worthIt = !queued && owed(now) > limit.capacity() / 10;
        queued |= worthIt;
        return worthIt;
    }

    /** The requests that the others have not been told of and that are not paid off yet; they count as told now. */
    synchronized long takeUnshared(long now) {
        queued = false;
        long count = Math.min(unshared, Math.ceilDiv(owed(now), limit.interval()));
        unshared = 0;
        return count;
    }

    /** The others were not told after all. */
    synchronized void giveBack(long count) {
        unshared += count;
    }

    /** @param shared what the caller owes to all gateways together, without what this one has not shared yet */
    synchronized void learn(long now, long shared) {
        long owedToAll = Math.min(shared + unshared * limit.interval(), limit.capacity());
        paidOffAt = Math.max(paidOffAt, now + owedToAll);
    }

    private long owed(long now) {
        return Math.max(0, paidOffAt - now);
    }
}
