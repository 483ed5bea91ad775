package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What the users know to be theirs; only the latest of everything. */
final class Belongings {
    private static final int MOST = 50;
    private static final long SMALLEST_CHARGE = 1000;

    private final Map<String, Of> users = new ConcurrentHashMap<>();

    private static final class Of {
        private final AtomicLong charges = new AtomicLong();
        private final Deque<String> coupons = new ArrayDeque<>();
        private final Deque<String> usedCoupons = new ArrayDeque<>();
        private final Deque<String> orders = new ArrayDeque<>();
        private final Deque<Outcome> writes = new ArrayDeque<>();
    }

    /** An amount that the user never charges again. */
    long amount(String user) {
        return SMALLEST_CHARGE + of(user).charges.incrementAndGet();
    }

    void learn(Outcome outcome) {
        Of of = of(outcome.operation().user());
        synchronized (of) {
            switch (outcome.operation().kind()) {
                case CHARGE -> add(of.writes, outcome);
                case ORDER -> {
                    add(of.writes, outcome);
                    add(of.orders, outcome.resource());
                }
                case COUPON -> add(of.coupons, outcome.resource());
                default -> {
                    // nothing that one could own
                }
            }
        }
    }

    private static <T> void add(Deque<T> latest, T one) {
        if (one.equals("")) {
            return;
        }
        latest.addLast(one);
        if (latest.size() > MOST) {
            latest.removeFirst();
        }
    }

    /** Mostly one that was not used yet, sometimes one that was; so that two orders want the same. */
    Optional<String> coupon(String user, RandomGenerator random) {
        Of of = of(user);
        synchronized (of) {
            if (random.nextInt(100) < 15) {
                return Optional.ofNullable(of.usedCoupons.peekLast());
            }
            Optional<String> fresh = Optional.ofNullable(of.coupons.pollFirst());
            fresh.ifPresent(coupon -> add(of.usedCoupons, coupon));
            return fresh;
        }
    }

    Optional<String> order(String user) {
        Of of = of(user);
        synchronized (of) {
            return Optional.ofNullable(of.orders.peekLast());
        }
    }

    /** A charge or an order whose outcome is known. */
    Optional<Outcome> write(String user) {
        Of of = of(user);
        synchronized (of) {
            return Optional.ofNullable(of.writes.peekLast());
        }
    }

    private Of of(String user) {
        return users.computeIfAbsent(user, name -> new Of());
    }
}
