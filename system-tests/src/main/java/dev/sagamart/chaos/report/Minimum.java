package dev.sagamart.chaos.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run must have come to, or it says nothing.
 *
 * @param what a figure of the run
 */
public record Minimum(String what, long atLeast) {
    /** What the figures below are meant for; a shorter run needs as much less. */
    private static final int STANDARD_MINUTES = 20;

    private static final Map<String, Integer> STANDARD = Map.of(
            "acknowledged", 2000,
            "replays", 30,
            "in progress", 30,
            "refused COUPON_SOLD_OUT", 10,
            "kills", 20,
            "compensations", 20,
            "tombstones", 10);
    private static final List<String> OF_THE_WORKLOAD = List.of("acknowledged", "replays", "refused COUPON_SOLD_OUT");

    /** @param chosenFaults whether somebody has chosen the faults, which then need not lead everywhere */
    public static List<Minimum> of(int minutes, boolean chosenFaults) {
        List<Minimum> all = new ArrayList<>();
        STANDARD.forEach((what, atLeast) -> {
            if (!chosenFaults || OF_THE_WORKLOAD.contains(what)) {
                all.add(new Minimum(what, Math.max(1, (long) atLeast * minutes / STANDARD_MINUTES)));
            }
        });
        return all;
    }
}
