package dev.sagamart.loadtests.surge;

import dev.sagamart.loadtests.compare.Entrance;
import dev.sagamart.loadtests.compare.Ours;
import dev.sagamart.loadtests.compare.Scenario;
import dev.sagamart.loadtests.measuring.OpenLoad;
import dev.sagamart.loadtests.measuring.Replies;
import dev.sagamart.loadtests.measuring.Requests;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run against a furnished suite. */
final class Surge {
    private static final Scenario ORDERS = Scenario.ORDERS_UNIFORM;
    private static final int CLOSED_CONNECTIONS = 64;
    private static final Duration CLOSED = Duration.ofSeconds(10);
    private static final int LIGHT_CONNECTIONS = 64;
    private static final double LIGHT_SHARE = 0.1;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Ours ours;
    private final Duration length;
    private final int connections;
    private final MemoryWatch memory = new MemoryWatch();

    Surge(Ours ours, Duration length, int connections) {
        this.ours = ours;
        this.length = length;
        this.connections = connections;
    }

    Report run(Duration warmUp) throws IOException, InterruptedException, SQLException {
        System.err.println("Warming up for " + warmUp.toSeconds() + " s");
        ours.turn(ORDERS, Entrance.GATEWAY, CLOSED_CONNECTIONS, warmUp);
        double sustainable =
                ours.turn(ORDERS, Entrance.GATEWAY, CLOSED_CONNECTIONS, CLOSED).perSecond();
        Requests requests = ours.requests(ORDERS);
        Replies before = light(requests, sustainable);
        memory.look(ours.suite().status());
        try (var threads = Executors.newFixedThreadPool(2)) {
            double rate = Figures.TIMES * sustainable;
            System.err.printf("Offering %.0f orders/s for %d s%n", rate, length.toSeconds());
            Requests many = ours.requests(ORDERS);
            long begin = System.nanoTime();
            Future<Replies> surge = threads.submit(() -> OpenLoad.run(ours.gateway(), connections, many, rate, length));
            watchUntil(begin + length.toNanos());
            return after(threads, sustainable, before, surge, requests);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the load failed", failure.getCause());
        }
    }

    private Report after(
            ExecutorService threads, double sustainable, Replies before, Future<Replies> surge, Requests requests)
            throws InterruptedException, ExecutionException, SQLException {
        Future<Replies> after = threads.submit(() -> light(requests, sustainable));
        Map<String, Long> atEnd = Backlog.of(ours.suite());
        var figures = new Figures(sustainable, length, before, surge.get(), after.get());
        Map<String, Long> later = Backlog.of(ours.suite());
        memory.look(ours.suite().status());
        return new Report(figures, memory.uses(), atEnd, later);
    }

    private Replies light(Requests requests, double sustainable) {
        return OpenLoad.run(ours.gateway(), LIGHT_CONNECTIONS, requests, LIGHT_SHARE * sustainable, Figures.LIGHT);
    }

    private void watchUntil(long end) throws InterruptedException {
        while (System.nanoTime() - end < 0) {
            memory.look(ours.suite().status());
            Thread.sleep(Duration.ofNanos(Math.clamp(end - System.nanoTime(), 0, LOOK.toNanos())));
        }
    }
}
