package dev.sagamart.coupon;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Plays the order saga: sends commands and reads the replies. */
public final class CouponSaga implements AutoCloseable {
    private static final WireTypes REPLIES =
            WireTypes.of(CouponUsed.class, CouponUseRejected.class, CouponRestored.class);

    private final TopicProbe probe = TopicProbe.on(Topics.ORDER_REPLIES);
    private final MessageJson json = new MessageJson();
    private final Publisher publisher;

    public CouponSaga(Publisher publisher) {
        this.publisher = publisher;
    }

    public static Outgoing command(SagaMessage command) {
        UUID coupon = command instanceof UseCoupon use ? use.couponId() : ((RestoreCoupon) command).couponId();
        return Outgoing.of(Topics.COUPON_COMMANDS, coupon, command);
    }

    public void send(SagaMessage... commands) {
        publisher.publishAll(Stream.of(commands).map(CouponSaga::command).toList());
    }

    /** The one answer to a command of a new order. */
    public SagaMessage ask(SagaMessage command) {
        send(command);
        return replies(command.orderId(), 1).getFirst();
    }

    public List<SagaMessage> replies(UUID order, int count) {
        return probe.await(count, reply -> order.toString().equals(reply.key())).stream()
                .map(this::read)
                .toList();
    }

    /** The answers to commands of many new orders, in no order. */
    public List<SagaMessage> replies(Collection<UUID> orders) {
        Set<String> keys = orders.stream().map(UUID::toString).collect(Collectors.toSet());
        return probe.await(keys.size(), reply -> keys.contains(reply.key())).stream()
                .map(this::read)
                .toList();
    }

    private SagaMessage read(ConsumerRecord<String, byte[]> reply) {
        String type = TopicProbe.header(reply, CloudEventHeaders.TYPE).orElseThrow();
        return (SagaMessage) json.read(reply.value(), REPLIES.find(type).orElseThrow());
    }

    @Override
    public void close() {
        probe.close();
    }
}
