package dev.sagamart.defaults.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.messaging.deadletters.LetterId;
import dev.sagamart.messaging.deadletters.Obstacle;
import dev.sagamart.messaging.deadletters.Verdict;
import org.jspecify.annotations.Nullable;

/** Whether a letter can have what was asked for; if not, what stands against it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictDocument(
        String id,
        boolean possible,
        @Nullable Obstacle obstacle,
        @Nullable String detail,
        @Nullable String olderId) {
    static VerdictDocument of(Verdict verdict) {
        LetterId older = verdict.olderId();
        return new VerdictDocument(
                verdict.id().toString(),
                verdict.isYes(),
                verdict.obstacle(),
                verdict.detail(),
                older == null ? null : older.toString());
    }
}
