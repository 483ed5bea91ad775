package dev.sagamart.coupon.issuing;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponIssued;
import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends grants to the broker; one that it acknowledges, however late, is pending no longer. */
@Component
class IssuedCouponFeed {
    private static final Logger log = LoggerFactory.getLogger(IssuedCouponFeed.class);

    /** The first send without a broker blocks, and so does Redis without a server: never a thread that others need. */
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("issued-coupon-feed").start(task);

    private final Publisher publisher;
    private final CouponStock stock;
    private final CurrentTrace trace;
    private final IssuingProperties properties;

    IssuedCouponFeed(Publisher publisher, CouponStock stock, CurrentTrace trace, IssuingProperties properties) {
        this.publisher = publisher;
        this.stock = stock;
        this.trace = trace;
        this.properties = properties;
    }

    /** @return whether the broker has acknowledged all of these grants of one campaign in time */
    boolean send(List<Grant> grants) {
        String traceparent = trace.traceparent();
        List<Outgoing> messages = grants.stream()
                .map(grant -> message(grant).inTrace(traceparent))
                .toList();
        CompletableFuture<Void> acknowledged = CompletableFuture.runAsync(() -> publisher.publishAll(messages), ASIDE);
        var _ = acknowledged.thenRunAsync(() -> confirm(grants), ASIDE);
        return isDoneInTime(acknowledged);
    }

    private static Outgoing message(Grant grant) {
        var event = new CouponIssued(
                grant.couponId(),
                grant.campaignId(),
                grant.userId(),
                grant.position(),
                grant.issuedAt(),
                grant.requestKey());
        return new Outgoing(grant.couponId(), Topics.COUPON_EVENTS, grant.userId(), null, event, null, null);
    }

    private boolean isDoneInTime(CompletableFuture<Void> acknowledged) {
        try {
            acknowledged.get(properties.acknowledgement().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException unknown) {
            log.debug("No acknowledgement in time", unknown);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void confirm(List<Grant> grants) {
        try {
            stock.confirm(grants.getFirst().campaignId(), grants);
        } catch (RedisException away) {
            log.debug("{} sent grants stay pending and will be sent again", grants.size(), away);
        }
    }
}
