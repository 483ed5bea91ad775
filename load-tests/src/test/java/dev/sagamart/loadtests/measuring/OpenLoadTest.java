package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoadTest extends ServedTest {
    private static final int DUE = 100;
    private static final Duration FIRST_TAKES = Duration.ofMillis(100);

    @Test
    void sends_at_its_own_rate_and_keeps_every_status() {
        Replies replies = load(4, exchange -> {
            exchange.sendResponseHeaders(served.incrementAndGet() % 2 == 0 ? 503 : 201, -1);
            exchange.close();
        });

        assertThat(replies.count()).isBetween(DUE / 2, DUE);
        assertThat(replies.countByStatus()).containsOnlyKeys(201, 503);
    }

    @Test
    void the_time_of_a_request_that_had_to_wait_for_a_connection_runs_from_when_it_was_due() {
        Replies replies = load(1, exchange -> {
            LockSupport.parkNanos(served.getAndIncrement() == 0 ? FIRST_TAKES.toNanos() : 0);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        assertThat(replies.all().get(1).tookNanos()).isGreaterThan(FIRST_TAKES.toNanos() / 2);
    }

    @Test
    void a_connection_that_breaks_counts_as_no_answer_and_is_replaced() {
        Replies replies = load(1, exchange -> {
            if (served.getAndIncrement() == 0) {
                throw new IOException("the end");
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        assertThat(replies.with(0).count()).isEqualTo(1);
        assertThat(replies.with(204).count()).isPositive();
    }

    private Replies load(int connections, HttpHandler handler) {
        server.createContext("/", handler);
        Requests requests = Requests.reading("GET / HTTP/1.1\r\nHost: localhost\r\n", List.of());
        return OpenLoad.run(server.getAddress(), connections, requests, DUE, Duration.ofSeconds(1));
    }
}
