package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Http;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A good client: repeats a request until the answer is final, and waits as long as it was told to in between. */
record Insisting(Http http, Profile profile) {
    private static final Set<Integer> NOT_FINAL = Set.of(0, 408, 425, 429, 500, 502, 503, 504);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** @throws Failed if no answer is final for too long */
    Answer on(Request request) {
        long end = System.nanoTime() + profile.patience().toNanos();
        Answer answer = http.send(request);
        while (!isFinal(answer) && System.nanoTime() < end) {
            Patience.pause(pauseAfter(answer));
            answer = http.send(request);
        }
        if (!isFinal(answer)) {
            throw new Failed("no final answer within " + profile.patience().toSeconds() + " s, but " + answer);
        }
        return answer;
    }

    boolean isFinal(Answer answer) {
        return !NOT_FINAL.contains(answer.status()) && !profile.inProgress().is(answer);
    }

    private static Duration pauseAfter(Answer answer) {
        Duration told = answer.header("Retry-After").flatMap(Insisting::seconds).orElse(Patience.MOMENT);
        if (told.isZero()) {
            return Patience.MOMENT;
        }
        return told.compareTo(LONGEST_PAUSE) < 0 ? told : LONGEST_PAUSE;
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
