package dev.sagamart.chaos.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of one fault: blow, duration, healing, proof, and the log of it. */
final class OneStrike implements Runnable {
    /** How much longer than planned a fault may last to be felt. */
    private static final Duration LONGEST_EXTENSION = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final int number;
    private final Fault fault;
    private final Aim aim;
    private final FaultLog log;
    private final Instant start = Instant.now();

    OneStrike(int number, Fault fault, Aim aim, FaultLog log) {
        this.number = number;
        this.fault = fault;
        this.aim = aim;
        this.log = log;
    }

    @Override
    public void run() {
        log.began(state(null, null, null));
        Strike strike = null;
        try {
            strike = aim.blow().get();
            last(strike);
            strike.heal();
            log.ended(state(Instant.now(), strike.proof(), null));
        } catch (RuntimeException | InterruptedException failure) {
            String error = failure.toString() + healed(strike);
            log.ended(state(Instant.now(), null, error));
        }
    }

    private static void last(Strike strike) throws InterruptedException {
        long begin = System.nanoTime();
        long planned = strike.lasts().toNanos();
        Thread.sleep(strike.lasts());
        while (!strike.felt() && System.nanoTime() - begin < planned + LONGEST_EXTENSION.toNanos()) {
            Thread.sleep(LOOK);
        }
    }

    /** What could not be proven must be healed all the same. */
    private static String healed(@Nullable Strike strike) {
        try {
            if (strike != null) {
                strike.heal();
            }
            return "";
        } catch (RuntimeException failure) {
            return ", and cannot be healed: " + failure;
        }
    }

    private Struck state(@Nullable Instant end, @Nullable Proof proof, @Nullable String error) {
        return new Struck(number, fault.id(), fault.title(), aim.target(), start, end, proof, error);
    }
}
