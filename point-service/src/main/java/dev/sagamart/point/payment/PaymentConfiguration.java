package dev.sagamart.point.payment;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.messaging.participant.JdbcHandledCommands;
import dev.sagamart.point.wallet.LockedWallets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connects the participant to its topic. */
@Configuration
class PaymentConfiguration {
    @Bean
    CommandSubscription<LockedWallets> paymentCommands(
            PaymentParticipant participant, JdbcTemplate jdbc, MessageJson json, Clock clock) {
        var records = new JdbcHandledCommands(jdbc, json, PaymentParticipant.REPLIES, clock);
        return new CommandSubscription<>(
                Topics.POINT_COMMANDS, "point-service", PaymentParticipant.COMMANDS, participant, records);
    }
}
