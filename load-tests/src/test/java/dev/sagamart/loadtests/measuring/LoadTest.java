package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short load on a real server; what matters is that each request is accounted for. */
class LoadTest extends ServedTest {
    private static final int CONNECTIONS = 4;

    @Test
    void every_good_answer_counts_but_for_those_after_the_end() {
        LoadResult result = load(exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(200, 0); // chunks
            exchange.getResponseBody().write("hello".getBytes());
            exchange.close();
        });

        assertThat(result.errors()).isEmpty();
        assertThat(result.answers()).isPositive().isBetween(served.get() - CONNECTIONS, served.get());
    }

    @Test
    void an_answer_that_is_no_success_is_an_error() {
        LoadResult result = load(exchange -> {
            boolean first = served.getAndIncrement() == 0;
            exchange.sendResponseHeaders(first ? 503 : 204, -1);
            exchange.close();
        });

        assertThat(result.errors()).containsOnlyKeys("status 503").containsValue(1);
    }

    @Test
    void a_broken_connection_is_an_error_and_not_used_again() {
        LoadResult result = load(exchange -> {
            if (served.getAndIncrement() == 0) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(1);
                throw new IOException("the end");
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        assertThat(result.errors()).hasSize(1).containsValue(1);
        assertThat(result.errors().keySet()).allMatch(error -> error.startsWith("broken connection"));
    }

    private LoadResult load(HttpHandler handler) {
        server.createContext("/", handler);
        Requests requests = Requests.reading("GET / HTTP/1.1\r\nHost: localhost\r\n", List.of());
        return Load.run(server.getAddress(), CONNECTIONS, requests, Duration.ofMillis(200));
    }
}
