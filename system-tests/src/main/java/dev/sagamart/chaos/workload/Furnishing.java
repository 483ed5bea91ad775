package dev.sagamart.chaos.workload;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts products and campaigns into an empty suite. */
public final class Furnishing {
    private static final int USERS = 40;
    private static final int HOT = 3;
    private static final int HOT_STOCK = 50;
    private static final int PLAIN = 9;
    private static final int PLAIN_STOCK = 1_000_000;
    private static final List<Integer> QUANTITIES = List.of(30, 100, 1, 500);

    private final Shop shop;
    private final RandomGenerator random;

    public Furnishing(Client client, Seed seed) {
        this.shop = new Shop(client);
        this.random = seed.chance("furnishing");
    }

    /** @param waves how often the coupons are to be renewed */
    public World furnish(int waves) {
        List<String> users =
                IntStream.range(0, USERS).mapToObj(number -> "chaos-" + number).toList();
        List<Product> products = new ArrayList<>();
        IntStream.range(0, HOT).forEach(number -> products.add(product(HOT_STOCK)));
        IntStream.range(0, PLAIN).forEach(number -> products.add(product(PLAIN_STOCK)));
        return new World(
                users, products, Stream.generate(this::wave).limit(waves).toList());
    }

    private Product product(long stock) {
        long price = random.nextLong(100, 900);
        return new Product(shop.product(price, stock), price, stock);
    }

    private List<Long> wave() {
        return QUANTITIES.stream()
                .map(quantity -> shop.open(Shop.campaign(Shop.fixed(random.nextLong(10, 300)), quantity)))
                .toList();
    }
}
