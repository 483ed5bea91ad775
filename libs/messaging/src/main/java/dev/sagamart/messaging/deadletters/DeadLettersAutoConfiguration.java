package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.MessagingAutoConfiguration;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.listening.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk of a service that listens to something; it runs the migration {@code db/deadletters}. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
@ConditionalOnBean(Subscription.class)
@EnableConfigurationProperties(DeadLetterProperties.class)
@EnableScheduling
class DeadLettersAutoConfiguration {
    @Bean
    DeskTopics deskTopics(List<Subscription> subscriptions) {
        return new DeskTopics(subscriptions);
    }

    @Bean
    LetterConsumers letterConsumers(KafkaProperties kafka, DeadLetterProperties properties) {
        int timeout = Math.toIntExact(properties.readingTime().toMillis());
        return new LetterConsumers(kafka.buildConsumerProperties(), timeout);
    }

    @Bean
    LetterReader letterReader(LetterConsumers consumers, DeadLetterProperties properties) {
        return new LetterReader(consumers, properties.readingTime());
    }

    @Bean
    LetterBox letterBox(LetterReader reader) {
        return new LetterBox(reader);
    }

    @Bean
    Decisions deadLetterDecisions(JdbcTemplate jdbc, Clock clock) {
        return new Decisions(jdbc, clock);
    }

    @Bean
    Replays deadLetterReplays(JdbcTemplate jdbc, Clock clock) {
        return new Replays(jdbc, clock);
    }

    @Bean
    ReplaySender replaySender(
            Replays replays,
            Publisher publisher,
            PlatformTransactionManager transactions,
            DeadLetterProperties properties) {
        return new ReplaySender(replays, publisher, new TransactionTemplate(transactions), properties.patience());
    }

    @Bean
    ListLetters listLetters(LetterReader reader, Decisions decisions) {
        return new ListLetters(reader, decisions);
    }

    @Bean
    OpenLetter openLetter(LetterBox box, Decisions decisions) {
        return new OpenLetter(box, decisions);
    }

    @Bean
    ReplayableLetters replayableLetters(
            LetterBox box, DeskTopics topics, MessageCodec codec, DeadLetterProperties properties) {
        return new ReplayableLetters(box, topics, codec, properties.replaySize().toBytes());
    }

    @Bean
    ReplayRules replayRules(DeadLetterProperties properties, Clock clock) {
        return new ReplayRules(properties.mostReplays(), properties.replayable(), clock);
    }

    @Bean
    ReplayLetters replayLetters(
            ReplayableLetters letters, ReplayRules rules, Decisions decisions, Replays replays, ReplaySender sender) {
        return new ReplayLetters(letters, rules, decisions, replays, sender);
    }

    @Bean
    DiscardLetters discardLetters(LetterBox box, Decisions decisions) {
        return new DiscardLetters(box, decisions);
    }

    @Bean
    OpenLetterCount openLetterCount(DeskTopics topics, LetterReader reader, Decisions decisions, MeterRegistry meters) {
        return new OpenLetterCount(topics, reader, decisions, meters);
    }
}
