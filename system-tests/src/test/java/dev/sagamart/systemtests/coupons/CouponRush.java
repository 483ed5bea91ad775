package dev.sagamart.systemtests.coupons;

import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many users who want a coupon of one campaign; nobody rests before they know whether they have one. */
final class CouponRush implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A user, with a token that was made before the rush begins. */
    record User(String name, String token) {}

    private final Map<String, Reply> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> atOnce;
    private final List<Client> doors;
    private final List<User> users;
    private final long campaign;

    /** @param doors where coupons can be had; who gets no answer at one tries the next */
    CouponRush(long campaign, List<User> users, int atOnce, List<Client> doors) {
        this.campaign = campaign;
        this.users = users;
        this.doors = doors;
        this.atOnce = IntStream.range(0, atOnce)
                .<Future<?>>mapToObj(number -> threads.submit(this::serve))
                .toList();
    }

    private void serve() {
        int next;
        while ((next = turn.getAndIncrement()) < users.size()) {
            insist(next);
        }
    }

    private void insist(int number) {
        var attempt = new AtomicInteger(number);
        User user = users.get(number);
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ask(user, doors.get(attempt.getAndIncrement() % doors.size())));
    }

    private boolean ask(User user, Client door) {
        try {
            Reply reply = door.post("/v1/coupon-campaigns/" + campaign + "/coupons")
                    .bearer(user.token())
                    .key("key-" + user.name())
                    .send();
            if (reply.status() < 500 && !reply.outcome().equals("409 REQUEST_IN_PROGRESS")) {
                outcomes.put(user.name(), reply);
                return true;
            }
            unanswered.add(reply.toString());
        } catch (UncheckedIOException noAnswer) {
            unanswered.add(noAnswer.toString());
        }
        return false;
    }

    /** Outcome by user, once all have one. */
    Map<String, Reply> outcomes() throws InterruptedException {
        for (Future<?> one : atOnce) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                throw new AssertionError("what was heard last: " + last(unanswered()), failure);
            }
        }
        return outcomes;
    }

    private static List<String> last(List<String> heard) {
        return heard.subList(Math.max(0, heard.size() - 20), heard.size());
    }

    /** What was heard instead of an outcome. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    @Override
    public void close() {
        threads.close();
    }
}
