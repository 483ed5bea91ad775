package dev.sagamart.coupon.redemption;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.messaging.participant.JdbcHandledCommands;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to the saga's coupon commands. */
@Configuration(proxyBeanMethods = false)
class CouponCommands {
    @Bean
    CommandSubscription<Map<UUID, Coupon>> couponSubscription(
            CouponParticipant participant, JdbcTemplate jdbc, MessageJson json, Clock clock) {
        var replies = WireTypes.of(CouponUsed.class, CouponUseRejected.class, CouponRestored.class);
        return new CommandSubscription<>(
                Topics.COUPON_COMMANDS,
                "coupon-service",
                WireTypes.of(UseCoupon.class, RestoreCoupon.class),
                participant,
                new JdbcHandledCommands(jdbc, json, replies, clock));
    }
}
