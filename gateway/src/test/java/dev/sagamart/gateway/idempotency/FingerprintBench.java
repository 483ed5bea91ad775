package dev.sagamart.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.testsupport.bench.MicroBenchmarks;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** What tells two requests with the same key apart, for an order of one line and for one of twenty. */
@State(Scope.Benchmark)
public class FingerprintBench {
    private static final String LINE = "{\"productId\":17,\"quantity\":2}";

    private final ServerHttpRequest request = MockServerHttpRequest.post("/v1/orders")
            .contentType(MediaType.APPLICATION_JSON)
            .build();
    private final byte[] one = order(1);
    private final byte[] twenty = order(20);

    @Test
    void run() {
        MicroBenchmarks.run(FingerprintBench.class);
    }

    @Benchmark
    public Object of_one_line() {
        return Fingerprint.of(request, one);
    }

    @Benchmark
    public Object of_twenty_lines() {
        return Fingerprint.of(request, twenty);
    }

    private static byte[] order(int lines) {
        return ("{\"items\":[" + (LINE + ",").repeat(lines - 1) + LINE + "]}").getBytes(UTF_8);
    }
}
