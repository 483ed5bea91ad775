package dev.sagamart.loadtests.compare;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Many users with points. */
record Users(List<String> tokens) {
    private static final int USERS = 10_000;
    private static final int POINTS = 1_000_000;
    private static final int AT_ONCE = 64;
    private static final String CHARGES = "/v1/points/charges";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
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
        List<CompletableFuture<Void>> charges = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String token : tokens) {
                room.acquire();
                charges.add(CompletableFuture.runAsync(() -> charge(gateway.as(token)), threads)
                        .whenComplete((done, failure) -> room.release()));
            }
        }
        charges.forEach(CompletableFuture::join);
    }

    /** A suite that has only just begun may refuse some, in which case the same is asked again. */
    private static void charge(Api.User user) {
        String key = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = user.post(CHARGES, key, Map.of("amount", POINTS));
        while (answer.outcomeIsOpen() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = user.post(CHARGES, key, Map.of("amount", POINTS));
        }
        Goods.created(answer);
    }
}
