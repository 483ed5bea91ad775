package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.subject.Outcome;
import dev.sagamart.conformance.subject.Profile;

/** Says what is wrong with an answer. */
record Judge(Profile profile) {

    Answer is(Outcome expected, Answer answer, String what) {
        if (!expected.is(answer)) {
            throw new Failed(what + ": " + answer + " instead of " + expected);
        }
        return answer;
    }

    /** The write has been done, now and not before. */
    Answer isFirst(Answer answer, String what) {
        is(profile.write().outcome(), answer, what);
        return isNoReplay(answer, what);
    }

    Answer isNoReplay(Answer answer, String what) {
        if (isMarked(answer)) {
            throw new Failed(what + ": marked as a replay: " + answer);
        }
        return answer;
    }

    /** Byte for byte, said to be a replay, and without what belongs to one client only. */
    Answer isReplay(Answer first, Answer again, String what) {
        isSame(first, again, what);
        isMarkedReplay(again, what);
        if (again.header("Set-Cookie").isPresent()) {
            throw new Failed(what + ": a replay with Set-Cookie");
        }
        return again;
    }

    Answer isMarkedReplay(Answer again, String what) {
        if (profile.replayed().isPresent() && !isMarked(again)) {
            throw new Failed(what + ": not marked as a replay: " + again);
        }
        return again;
    }

    Answer isSame(Answer first, Answer again, String what) {
        if (!again.sameAs(first)) {
            throw new Failed(what + ": " + again + " instead of " + first);
        }
        return again;
    }

    /** For when the first bytes may be lost, but not what they said. */
    Answer saysSame(Answer first, Answer again, String what) {
        if (!again.sameContentAs(first)) {
            throw new Failed(what + ": " + again + " instead of " + first);
        }
        return again;
    }

    boolean isMarked(Answer answer) {
        return profile.replayed().filter(answer::has).isPresent();
    }

    boolean isDegraded(Answer answer) {
        return profile.degraded().filter(answer::has).isPresent();
    }
}
