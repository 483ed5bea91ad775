package dev.sagamart.loadtests.measuring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a load brought, request by request. */
public record Replies(List<Reply> all) {

    public Replies {
        all = List.copyOf(all);
    }

    public Replies with(int... statuses) {
        return only(reply -> {
            for (int status : statuses) {
                if (reply.status() == status) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Those that were due in this second, the first of which is 0. */
    public Replies inSecond(int second) {
        return only(reply -> reply.dueNanos() / Duration.ofSeconds(1).toNanos() == second);
    }

    private Replies only(Predicate<Reply> wanted) {
        return new Replies(all.stream().filter(wanted).toList());
    }

    public int count() {
        return all.size();
    }

    public Map<Integer, Long> countByStatus() {
        return all.stream().collect(Collectors.groupingBy(Reply::status, TreeMap::new, Collectors.counting()));
    }

    /** The smallest time that this share of all did not exceed; no number if there are none. */
    public double millis(int percent) {
        long[] sorted = all.stream().mapToLong(Reply::tookNanos).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1] / 1e6;
    }
}
