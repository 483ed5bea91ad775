package dev.sagamart.systemtests.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Buyers who all buy at the same time. */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Buyer> buyers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> buying;

    Crowd(List<Buyer> buyers) {
        this.buyers = buyers;
        this.buying = CompletableFuture.allOf(buyers.stream()
                .map(buyer -> CompletableFuture.runAsync(buyer::buyUntilEnough, threads))
                .toArray(CompletableFuture[]::new));
    }

    /** Waits until every buyer has had so many more outcomes. */
    void awaitOutcomes(int more) {
        List<Integer> before =
                buyers.stream().map(buyer -> buyer.outcomes().size()).toList();
        await().atMost(PATIENCE)
                .until(() -> goesOn()
                        && everyHasMore(
                                before,
                                more,
                                buyers.stream()
                                        .map(buyer -> buyer.outcomes().size())
                                        .toList()));
    }

    /** Waits until so many buyers have had an attempt without outcome. */
    void awaitTrouble(int troubled) {
        List<Integer> before = buyers.stream().map(Buyer::unknownOutcomes).toList();
        await().atMost(PATIENCE).until(() -> {
            List<Integer> now = buyers.stream().map(Buyer::unknownOutcomes).toList();
            long count = IntStream.range(0, buyers.size())
                    .filter(buyer -> now.get(buyer) > before.get(buyer))
                    .count();
            return goesOn() && count >= troubled;
        });
    }

    private static boolean everyHasMore(List<Integer> before, int more, List<Integer> now) {
        return IntStream.range(0, before.size()).allMatch(buyer -> now.get(buyer) >= before.get(buyer) + more);
    }

    /** Throws what a buyer has thrown. */
    private boolean goesOn() {
        if (buying.isCompletedExceptionally()) {
            buying.join();
        }
        return true;
    }

    /** Returns when every buyer knows the outcome of the last order. */
    @Override
    public void close() {
        buyers.forEach(Buyer::stop);
        threads.close();
    }

    /** As {@link #close()}, and throws what a buyer has thrown. */
    void goHome() {
        close();
        buying.join();
    }
}
