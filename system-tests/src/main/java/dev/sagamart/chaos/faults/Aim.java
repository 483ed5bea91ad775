package dev.sagamart.chaos.faults;

import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A fault that has chosen its victim.
 *
 * @param target what is to be hurt and how much, such as {@code order-1 for 12 s}
 * @param parties the processes that take part; two faults that share one are never at work at the same time
 * @param blow begins the fault; what was begun is undone when this throws
 */
public record Aim(String target, Set<String> parties, Supplier<Strike> blow) {

    boolean meets(Aim other) {
        return !Collections.disjoint(parties, other.parties);
    }
}
