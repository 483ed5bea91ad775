package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Strikes the suite with one fault after the other until the time is over, and heals them all. */
public final class Storm {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(9);
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Schedule schedule;
    private final FaultLog log;
    private final Set<Aim> atWork = new HashSet<>();
    private final List<Thread> strikes = new ArrayList<>();

    /** @param log hears of every fault */
    public Storm(Cluster cluster, Schedule schedule, FaultLog log) {
        this.cluster = cluster;
        this.schedule = schedule;
        this.log = log;
    }

    /**
     * Returns when all faults are healed and every process is ready.
     *
     * @throws IllegalStateException if a process does not come back
     */
    public void rage(Duration length) throws InterruptedException {
        Instant end = Instant.now().plus(length);
        try {
            strike(end);
            for (Thread strike : strikes) {
                strike.join();
            }
        } finally {
            strikes.forEach(Thread::interrupt);
            cluster.healAll();
        }
        if (!cluster.awaitReady(READY_LIMIT)) {
            throw new IllegalStateException("not every process is ready again");
        }
    }

    private void strike(Instant end) throws InterruptedException {
        Iterator<Schedule.Turn> turns = schedule.turns();
        for (int number = 1; Instant.now().isBefore(end); number++) {
            Schedule.Turn turn = nextPossible(turns);
            Aim aim = turn.fault().aim(cluster, turn.random());
            if (!beginBefore(end, aim)) {
                return;
            }
            var one = new OneStrike(number, turn.fault(), aim, log);
            strikes.add(Thread.ofVirtual().name("strike " + number).start(() -> {
                try {
                    one.run();
                } finally {
                    end(aim);
                }
            }));
            pause(turn.random());
        }
    }

    private Schedule.Turn nextPossible(Iterator<Schedule.Turn> turns) {
        Schedule.Turn turn = turns.next();
        while (!turn.fault().isPossible(cluster)) {
            turn = turns.next();
        }
        return turn;
    }

    private static void pause(RandomGenerator random) throws InterruptedException {
        Thread.sleep(SHORTEST_PAUSE.plus(Chance.upTo(LONGEST_PAUSE.minus(SHORTEST_PAUSE), random)));
    }

    /** Waits until there is room for it. */
    private synchronized boolean beginBefore(Instant end, Aim aim) throws InterruptedException {
        while (atWork.size() >= schedule.atOnce() || atWork.stream().anyMatch(aim::meets)) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return atWork.add(aim) && Instant.now().isBefore(end);
    }

    private synchronized void end(Aim aim) {
        atWork.remove(aim);
        notifyAll();
    }
}
