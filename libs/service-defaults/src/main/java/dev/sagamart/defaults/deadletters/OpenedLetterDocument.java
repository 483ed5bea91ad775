package dev.sagamart.defaults.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.messaging.deadletters.Action;
import dev.sagamart.messaging.deadletters.Decision;
import dev.sagamart.messaging.deadletters.OpenedLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dead letter with all that is in it. */
record OpenedLetterDocument(
        LetterDocument letter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DecisionDocument decision,
        List<HeaderDocument> headers,
        ContentDocument payload) {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 1_024;
    private static final int LONGEST_PAYLOAD = 16_384;

    /** Who decided what about it, when and why. */
    record DecisionDocument(
            Action action, String by, Instant at, @Nullable String reason) {
        static @Nullable DecisionDocument of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionDocument(
                            decision.action(), decision.operator(), decision.decidedAt(), decision.reason());
        }
    }

    /** A header. */
    record HeaderDocument(String name, ContentDocument value) {}

    static OpenedLetterDocument of(OpenedLetter opened) {
        return new OpenedLetterDocument(
                LetterDocument.of(opened.letter(), opened.state()),
                DecisionDocument.of(opened.decision()),
                opened.headers().stream()
                        .limit(MOST_HEADERS)
                        .map(header ->
                                new HeaderDocument(header.key(), ContentDocument.of(header.value(), LONGEST_HEADER)))
                        .toList(),
                ContentDocument.of(opened.value(), LONGEST_PAYLOAD));
    }
}
