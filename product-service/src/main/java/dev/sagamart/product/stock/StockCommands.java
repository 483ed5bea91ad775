package dev.sagamart.product.stock;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.messaging.participant.JdbcHandledCommands;
import dev.sagamart.product.catalog.Shelf;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to the saga's stock commands. */
@Configuration(proxyBeanMethods = false)
class StockCommands {

    @Bean
    CommandSubscription<Shelf> stockSubscription(
            StockParticipant participant, JdbcTemplate jdbc, MessageJson json, Clock clock) {
        var replies = WireTypes.of(StockDeducted.class, DeductStockRejected.class, StockRestored.class);
        return new CommandSubscription<>(
                Topics.PRODUCT_COMMANDS,
                "product-service",
                WireTypes.of(DeductStock.class, RestoreStock.class),
                participant,
                new JdbcHandledCommands(jdbc, json, replies, clock));
    }
}
