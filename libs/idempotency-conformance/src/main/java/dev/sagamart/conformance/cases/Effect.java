package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Profile;
import java.time.Duration;

/** How often the write has happened for a user since this was made, as the API itself tells. */
final class Effect {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Insisting insisting;
    private final Profile profile;
    private final Request probe;
    private final long before;

    /** @param probe reads the number */
    Effect(Insisting insisting, Profile profile, Request probe) {
        this.insisting = insisting;
        this.profile = profile;
        this.probe = probe;
        this.before = number(insisting.on(probe));
    }

    /** The request that reads the number. */
    Request probe() {
        return probe;
    }

    /** @throws Failed unless the write has happened so many times */
    void expect(int times) {
        long amount = profile.effectAmount();
        long wanted = times * amount;
        Patience.within(LIMIT.plus(profile.effectDelay()), () -> growth() >= wanted);
        Patience.pause(profile.effectDelay());
        long growth = growth();
        if (growth != wanted) {
            throw new Failed(
                    growth % amount == 0
                            ? growth / amount + " effects instead of " + times
                            : "the number grew by " + growth + " instead of " + wanted);
        }
    }

    /** How often the write has happened according to this answer to the probe. */
    long times(Answer read) {
        return (number(read) - before) / profile.effectAmount();
    }

    private long growth() {
        return number(insisting.on(probe)) - before;
    }

    private long number(Answer read) {
        if (read.status() == 404) {
            return 0;
        }
        var number = read.json().at(profile.effectPointer());
        if (!number.isNumber()) {
            throw new Failed("no number at " + profile.effectPointer() + " of " + probe.path() + ": " + read);
        }
        return number.longValue();
    }
}
