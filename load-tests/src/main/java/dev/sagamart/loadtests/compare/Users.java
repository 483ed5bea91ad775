package dev.sagamart.loadtests.compare;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Many users with points. */
record Users(List<String> tokens) {
    private static final int USERS = 10_000;
    private static final int POINTS = 1_000_000;
    private static final int AT_ONCE = 64;
    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static Users create(UnaryOperator<String> mint) {
        return new Users(IntStream.range(0, USERS)
                .parallel()
                .mapToObj(number -> mint.apply("user-" + number))
                .toList());
    }

    /** Each gets enough for the whole run. */
    void charge(Api gateway) throws InterruptedException {
        var room = new Semaphore(AT_ONCE);
        List<Future<Answer>> charges = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String token : tokens) {
                room.acquire();
                charges.add(threads.submit(() -> {
                    try {
                        return charge(gateway.as(token));
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        charges.forEach(Future::resultNow);
    }

    /** Services that have just started may be too slow for the first requests, so each is repeated for a while. */
    private static Answer charge(Api.User user) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Answer answer = user.post("/v1/points/charges", key, Map.of("amount", POINTS));
        for (int attempt = 1; answer.outcomeIsOpen() && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(PAUSE);
            answer = user.post("/v1/points/charges", key, Map.of("amount", POINTS));
        }
        return Goods.created(answer);
    }
}
