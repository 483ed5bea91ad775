package dev.sagamart.systemtests.deployment;

import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Entrance;
import dev.sagamart.systemtests.shop.Shop;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** Busy people who charge, order and look, and never ask twice; each uses all gateways that are in service. */
final class Customers implements AutoCloseable {
    static final long CHARGE = 100;
    static final long PRICE = 10;

    private final TokenMint mint;
    private final List<String> names;
    private final Map<String, Door> inService = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> rounds = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean busy = true;

    Customers(TokenMint mint, int number, List<String> gateways) {
        this.mint = mint;
        this.names = IntStream.range(0, number)
                .mapToObj(one -> Shop.user("customer-" + one))
                .toList();
        gateways.forEach(this::use);
    }

    /** Held by those who are inside; whoever closes it waits for them. */
    private record Door(Client client, ReadWriteLock lock) {}

    void use(String gateway) {
        inService.put(gateway, new Door(new Client(new Entrance(gateway, mint)), new ReentrantReadWriteLock()));
    }

    /** Nothing new goes there; what is on its way is awaited. */
    void leave(String gateway) {
        Door door = inService.remove(gateway);
        if (door != null) {
            door.lock().writeLock().lock();
        }
    }

    void shop(long product) {
        names.forEach(name -> threads.submit(() -> {
            while (busy) {
                round(name, product);
            }
        }));
    }

    private void round(String name, long product) {
        for (Door door : Set.copyOf(inService.values())) {
            if (door.lock().readLock().tryLock()) {
                try {
                    round(name, product, door.client());
                } finally {
                    door.lock().readLock().unlock();
                }
            }
        }
    }

    private void round(String name, long product, Client client) {
        expect("201", client.post("/v1/points/charges").as(name).json(Map.of("amount", CHARGE)));
        expect("201", client.post("/v1/orders").as(name).json(Map.of("items", List.of(Shop.item(product, 1)))));
        expect("200", client.get("/v1/orders?limit=1").as(name));
        expect("200", client.get("/v1/products/" + product));
        expect("200", client.get("/v1/points").as(name));
        rounds.merge(name, 1, Integer::sum);
    }

    private void expect(String outcome, Call call) {
        try {
            call.send().expect(outcome);
        } catch (AssertionError | UncheckedIOException failure) {
            complaints.add(String.valueOf(failure.getMessage()));
        }
    }

    /** How often each has charged and ordered. */
    Map<String, Integer> rounds() {
        return rounds;
    }

    int total() {
        return rounds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each request that had another outcome than it should have had. */
    List<String> complaints() {
        return complaints;
    }

    /** Awaits what is on its way. */
    @Override
    public void close() {
        busy = false;
        threads.close();
    }
}
