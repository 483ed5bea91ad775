package dev.sagamart.chaos.faults;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fault at work, put together from what ends it and what shows it. */
final class Blow implements Strike {
    private final Duration lasts;
    private final boolean mustBeFelt;
    private final Runnable healing;
    private final Supplier<Proof> proof;
    private @Nullable Proof given;
    private boolean healed;

    private Blow(Duration lasts, boolean mustBeFelt, Runnable healing, Supplier<Proof> proof) {
        this.lasts = lasts;
        this.mustBeFelt = mustBeFelt;
        this.healing = healing;
        this.proof = proof;
    }

    /** One that is sure to be felt. */
    static Strike of(Duration lasts, Runnable healing, Supplier<Proof> proof) {
        return new Blow(lasts, false, healing, proof);
    }

    /** One that is felt only if somebody does what it disturbs; its proof can be asked at any time. */
    static Strike feltByOthers(Duration lasts, Runnable healing, Supplier<Proof> proof) {
        return new Blow(lasts, true, healing, proof);
    }

    /** One that leaves nothing to be healed. */
    static Strike done(Proof proof) {
        return new Blow(Duration.ZERO, false, () -> {}, () -> proof);
    }

    @Override
    public Duration lasts() {
        return lasts;
    }

    @Override
    public boolean felt() {
        return !mustBeFelt || proof.get().given();
    }

    @Override
    public synchronized void heal() {
        if (!healed) {
            healing.run();
            healed = true;
        }
    }

    @Override
    public synchronized Proof proof() {
        if (given == null) {
            given = proof.get();
        }
        return given;
    }
}
