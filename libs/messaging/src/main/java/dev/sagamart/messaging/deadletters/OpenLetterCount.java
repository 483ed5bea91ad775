package dev.sagamart.messaging.deadletters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts open letters now and then, from where the topics begin and end and how much was decided: no letter is read. */
final class OpenLetterCount {
    private static final Logger log = LoggerFactory.getLogger(OpenLetterCount.class);

    private final DeskTopics topics;
    private final LetterReader reader;
    private final Decisions decisions;
    private final Map<String, Double> counts = new ConcurrentHashMap<>();

    OpenLetterCount(DeskTopics topics, LetterReader reader, Decisions decisions, MeterRegistry meters) {
        this.topics = topics;
        this.reader = reader;
        this.decisions = decisions;
        for (String topic : topics.names()) {
            Gauge.builder("sagamart.dead.letters.open", counts, known -> known.getOrDefault(topic, Double.NaN))
                    .description("Dead letters about which nothing was decided")
                    .tag("topic", topic)
                    .register(meters);
        }
    }

    @Scheduled(
            initialDelayString = "${sagamart.dead-letters.first-count:20}",
            fixedDelayString = "${sagamart.dead-letters.count-interval:60}",
            timeUnit = TimeUnit.SECONDS)
    void count() {
        for (String topic : topics.names()) {
            try {
                counts.put(topic, (double) count(topic));
            } catch (RuntimeException outage) {
                log.debug("The dead letters of {} cannot be counted now", topic, outage);
            }
        }
    }

    private long count(String topic) {
        return reader.bounds(topic).entrySet().stream()
                .mapToLong(lane -> lane.getValue().end()
                        - lane.getValue().begin()
                        - decisions.count(topic, lane.getKey().partition(), lane.getValue()))
                .sum();
    }
}
