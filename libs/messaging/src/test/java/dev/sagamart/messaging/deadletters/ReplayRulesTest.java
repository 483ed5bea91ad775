package dev.sagamart.messaging.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final ReplayRules rules = new ReplayRules(3, Duration.ofDays(7), Clock.fixed(NOW, ZoneOffset.UTC));

    private static Letter letter(long offset, Duration age, int replays) {
        Instant sentAt = NOW.minus(age);
        return new Letter(new LetterId(0, offset), "k", "t", "r", NOW, offset, offset, NOW, sentAt, replays);
    }

    private static ReplayableLetter readable(Letter letter) {
        return new ReplayableLetter(letter, new ProducerRecord<>("t", 0, "k", new byte[0]), null);
    }

    private List<Obstacle> obstacles(Letter... letters) {
        return rules
                .judge(List.of(letters).stream().map(ReplayRulesTest::readable).toList(), List.of(letters), Map.of())
                .stream()
                .map(verdict -> verdict.isYes() ? null : verdict.obstacle())
                .toList();
    }

    @Test
    void a_message_that_outlived_the_records_of_what_was_handled_is_not_replayed() {
        assertThat(obstacles(letter(0, Duration.ofDays(7), 0))).containsExactly((Obstacle) null);
        assertThat(obstacles(letter(0, Duration.ofDays(7).plusMillis(1), 0))).containsExactly(Obstacle.TOO_OLD);
    }

    @Test
    void those_behind_one_that_cannot_go_wait_with_it() {
        assertThat(obstacles(letter(0, Duration.ZERO, 3), letter(1, Duration.ZERO, 0), letter(2, Duration.ZERO, 2)))
                .containsExactly(Obstacle.TOO_MANY_REPLAYS, Obstacle.OLDER_LETTER_OPEN, Obstacle.OLDER_LETTER_OPEN);
    }
}
