package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.History;
import dev.sagamart.chaos.history.Outcome;
import dev.sagamart.local.infrastructure.TokenMint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Clients in closed loops: each wants something, insists until it knows, and wants the next thing. */
public final class Workload implements AutoCloseable {
    private static final int TRIES = 10;
    private static final int LAST_TRIES = 30;

    private final World world;
    private final History history;
    private final Seed seed;
    private final Courier courier;
    private final Loose loose;
    private final Belongings belongings = new Belongings();
    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean enough;

    public Workload(List<String> gateways, TokenMint mint, World world, History history, Seed seed) {
        this.world = world;
        this.history = history;
        this.seed = seed;
        this.courier = new Courier(gateways, mint);
        this.loose = new Loose(seed.chance("sample"));
    }

    /** @param length how long the coupons are to last */
    public void begin(int number, Duration length) {
        long start = System.nanoTime();
        IntSupplier wave = () -> (int) Math.min(
                world.waves().size() - 1L,
                (System.nanoTime() - start) * world.waves().size() / length.toNanos());
        for (int client = 0; client < number; client++) {
            String name = "client " + client;
            var wishes = new Wishes(world, belongings, wave, ids, seed.chance(name));
            var insistence = new Insistence(courier, history, threads, seed.chance(name + " insists"));
            clients.add(threads.submit(() -> loop(wishes, insistence)));
        }
    }

    private Void loop(Wishes wishes, Insistence insistence) throws InterruptedException {
        while (!enough) {
            Outcome outcome = insistence.on(wishes.next(), TRIES);
            history.add(outcome);
            belongings.learn(outcome);
            loose.add(outcome);
        }
        return null;
    }

    /** Returns when every client has ended what it was at. */
    public void end() throws InterruptedException {
        enough = true;
        join(clients);
    }

    /** Once all is healed: what is unknown is asked for again, and some of what is known, too. */
    public void lastRound() throws InterruptedException {
        var insistence = new Insistence(courier, history, threads, seed.chance("last round"));
        List<Future<?>> round = new ArrayList<>();
        loose.unknown()
                .forEach(unknown -> round.add(threads.submit(() -> {
                    history.add(insistence.again(unknown, LAST_TRIES));
                    return null;
                })));
        join(round);
        for (Outcome known : loose.sample()) {
            insistence.repeat(known);
        }
        history.flush();
    }

    private static void join(List<Future<?>> tasks) throws InterruptedException {
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a client has failed", failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
        courier.close();
    }
}
