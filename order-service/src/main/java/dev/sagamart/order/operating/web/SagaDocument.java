package dev.sagamart.order.operating.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.order.checkout.CheckoutEvent;
import dev.sagamart.order.checkout.CheckoutState;
import dev.sagamart.order.checkout.CheckoutStep;
import dev.sagamart.order.checkout.CheckoutView;
import dev.sagamart.order.operating.FindSagas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A saga as an admin sees it.
 *
 * @param outstanding what it waits for: to be taken, or to be given back in {@code COMPENSATING}
 * @param attempts how often it has asked again
 * @param lastReply what a participant said last, such as {@code REFUSED POINTS INSUFFICIENT_POINTS}
 * @param actions what operators did, in the answer about one saga only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SagaDocument(
        UUID orderId,
        String userId,
        CheckoutState state,
        List<CheckoutStep> outstanding,
        @Nullable String reason,
        int attempts,
        boolean stuck,
        Instant createdAt,
        long ageSeconds,
        Instant movedAt,
        @Nullable Instant dueAt,
        Instant deadline,
        @Nullable String lastReply,
        @Nullable Instant lastReplyAt,
        @Nullable List<OperatorActionDocument> actions) {
    static SagaDocument of(FindSagas.Found found, Instant now) {
        List<OperatorActionDocument> actions =
                found.actions().stream().map(OperatorActionDocument::of).toList();
        return of(found.saga(), now, actions);
    }

    static SagaDocument of(CheckoutView it, Instant now) {
        return of(it, now, null);
    }

    private static SagaDocument of(CheckoutView it, Instant now, @Nullable List<OperatorActionDocument> actions) {
        return new SagaDocument(
                it.orderId(),
                it.userId(),
                it.state(),
                it.outstanding(),
                it.reason(),
                it.attempts(),
                it.stuck(),
                it.createdAt(),
                Math.max(0, Duration.between(it.createdAt(), now).toSeconds()),
                it.updatedAt(),
                it.dueAt(),
                it.deadline(),
                it.lastReply().map(SagaDocument::words).orElse(null),
                it.lastReply().map(CheckoutEvent::at).orElse(null),
                actions);
    }

    private static String words(CheckoutEvent reply) {
        return Stream.of(reply.kind(), reply.step(), reply.detail())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
