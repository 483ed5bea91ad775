package dev.sagamart.systemtests.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.Logs;
import dev.sagamart.systemtests.documents.Samples;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Many requests, made up from the documents, others in each run. {@code -Dsagamart.fuzz.seed} repeats a run, {@code
 * -Dsagamart.fuzz.requests=20000} makes it longer.
 */
@SystemTest
@Order(2)
class GeneratedRequestsIT {
    private static final int CONNECTIONS = 8;
    private static final long SEED =
            Long.getLong("sagamart.fuzz.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    private static final int REQUESTS = Integer.getInteger("sagamart.fuzz.requests", 3_000);

    private final SuiteUnderTest suite;
    private final Client client;
    private final RequestGenerator generator;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    GeneratedRequestsIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.generator = new RequestGenerator(SEED, new Samples(client));
    }

    @Test
    void no_request_is_too_strange_for_an_orderly_answer() throws Exception {
        warmUp();
        List<String> alarms = Logs.alarming(suite);
        System.out.println("generated requests: -Dsagamart.fuzz.seed=" + SEED);

        sendAll();

        System.out.println("generated requests: " + outcomes);
        assertThat(complaints).as("of -Dsagamart.fuzz.seed=" + SEED).isEmpty();
        assertThat(Logs.alarming(suite)).isEqualTo(alarms);
        assertThat(outcomes.keySet())
                .as("the requests reach all kinds of answers")
                .hasSizeGreaterThan(20);
    }

    /** The first look-up of a request calls all services at once, which a cold machine may not manage in time. */
    private void warmUp() {
        Awaitility.await()
                .until(() -> client.get("/v1/requests/nobody-sent-this")
                                .as("generated-0")
                                .send()
                                .status()
                        == 404);
    }

    private void sendAll() throws Exception {
        var next = new AtomicInteger();
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                connections.submit(() -> {
                    for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                        send(generator.request(number));
                    }
                });
            }
        }
    }

    private void send(GeneratedRequest request) {
        try {
            var reply = call(request).send();
            synchronized (outcomes) {
                outcomes.merge(reply.outcome(), 1, Integer::sum);
            }
            complaints.addAll(Verdict.on(request, reply));
        } catch (RuntimeException noAnswer) {
            complaints.add("no answer: " + noAnswer + " for " + request);
        }
    }

    private Call call(GeneratedRequest request) {
        Call call = client.call(request.method(), request.path()).withoutKey();
        if (request.user().equals("admin")) {
            call.asAdmin();
        } else if (!request.user().isEmpty()) {
            call.as(request.user());
        }
        String type = request.body().length == 0 ? "" : "application/json";
        for (int index = 0; index < request.headers().size(); index += 2) {
            String name = request.headers().get(index);
            if (name.equals("Content-Type")) {
                type = request.headers().get(index + 1);
            } else {
                call.header(name, request.headers().get(index + 1));
            }
        }
        return type.isEmpty() ? call : call.body(request.body(), type);
    }
}
