package dev.sagamart.coupon.rush;

import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many users who want a coupon of one campaign, and do not rest before each has an outcome. */
final class Rush implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AT_ONCE = 24;

    private final Map<String, Reply> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> all;
    private final List<CouponClient> instances;
    private final long campaign;
    private final int users;

    /** @param instances a user who is told to try again asks another one */
    Rush(long campaign, int users, List<CouponClient> instances) {
        this.campaign = campaign;
        this.users = users;
        this.instances = instances;
        this.all = IntStream.range(0, AT_ONCE)
                .<Future<?>>mapToObj(number -> threads.submit(this::serve))
                .toList();
    }

    private void serve() {
        int next;
        while ((next = turn.getAndIncrement()) < users) {
            insist(next);
        }
    }

    private void insist(int number) {
        var attempt = new AtomicInteger(number);
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ask(user(number), instances.get(attempt.getAndIncrement() % instances.size())));
    }

    private boolean ask(String user, CouponClient instance) {
        Reply reply = instance.issue(campaign, user, key(user));
        if (reply.status() == 503) {
            unavailable.incrementAndGet();
            return false;
        }
        outcomes.put(user, reply);
        return true;
    }

    private String user(int number) {
        return "rush-" + campaign + "-" + number;
    }

    static String key(String user) {
        return "key-" + user;
    }

    /** Waits until so many users have an outcome. */
    void awaitOutcomes(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> outcomes.size() >= count);
    }

    /** Waits until so many more attempts were in vain. */
    void awaitTrouble(int more) {
        int wanted = unavailable.get() + more;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> unavailable.get() >= wanted);
    }

    /** Outcome by user, once each has one. */
    Map<String, Reply> outcomes() throws Exception {
        for (Future<?> one : all) {
            one.get();
        }
        return outcomes;
    }

    @Override
    public void close() {
        threads.close();
    }
}
