package dev.sagamart.loadtests.compare;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                        return Goods.created(gateway.as(token).post("/v1/points/charges", Map.of("amount", POINTS)));
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        charges.forEach(Future::resultNow);
    }
}
