package dev.sagamart.loadtests.surge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.loadtests.measuring.Replies;
import dev.sagamart.loadtests.measuring.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void everything_is_in_it() {
        assertThat(report(503).text(List.of()))
                .contains("Sustainable: 1 orders/s. Offered: 2 requests/s for 10 s (wanted: 2).")
                .contains("| accepted (201, 202) | 1 | 50.0 % | 5.0 | 5.0 |")
                .contains("| 503 | 1 | 50.0 % | 5.0 | 5.0 |")
                .contains("As before in second 1 after the surge.")
                .contains("| outbox of point-service | 7 | 0 |")
                .contains("| order | 300 | 400 | 350 |")
                .endsWith("The books agree.");
    }

    @Test
    void what_is_wrong_comes_last() {
        assertThat(report(500).text(List.of())).endsWith("The books agree.\nFAILED: 10 answers 500");
        assertThat(report(500).text(List.of("our books: DIFFER")))
                .endsWith("FAILED: our books: DIFFER\nFAILED: 10 answers 500");
    }

    private static Report report(int otherStatus) {
        var light = new Replies(
                IntStream.range(0, 10).mapToObj(second -> reply(second, 201)).toList());
        var surge = new Replies(IntStream.range(0, 10)
                .boxed()
                .flatMap(second -> IntStream.of(201, otherStatus).mapToObj(status -> reply(second, status)))
                .toList());
        return new Report(
                new Figures(1, Duration.ofSeconds(10), light, surge, light),
                Map.of("order", new MemoryWatch.Use(300 << 20, 400 << 20, 350 << 20)),
                Map.of("outbox of point-service", 7L),
                Map.of("outbox of point-service", 0L));
    }

    private static Reply reply(int second, int status) {
        return new Reply(second * 1_000_000_000L, 5_000_000, status);
    }
}
