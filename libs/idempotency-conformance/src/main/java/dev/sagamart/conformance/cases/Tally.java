package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.subject.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What many requests were answered. */
record Tally(List<Answer> answers) {
    private static final int TOO_MANY = 429;

    /**
     * The one answer of all that were not told to come again.
     *
     * @throws Failed if there are two, or none
     */
    Answer only(Profile profile) {
        List<Answer> done = answers.stream()
                .filter(answer -> answer.status() != TOO_MANY)
                .filter(answer -> !profile.inProgress().is(answer))
                .toList();
        Answer first = done.stream()
                .filter(profile.write().outcome()::is)
                .findFirst()
                .orElseThrow(() -> new Failed("nobody was served: " + this));
        done.stream().filter(answer -> !answer.sameAs(first)).findFirst().ifPresent(other -> {
            throw new Failed("one was answered " + first + " and another " + other + ": " + this);
        });
        return first;
    }

    /** How many of which status. */
    @Override
    public String toString() {
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + (entry.getKey() == 0 ? "no answer" : entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
