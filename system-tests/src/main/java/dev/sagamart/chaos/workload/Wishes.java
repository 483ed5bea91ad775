package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Certainty;
import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Operation;
import dev.sagamart.chaos.history.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What the users of one client want next. */
final class Wishes {
    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final Belongings belongings;
    private final IntSupplier wave;
    private final AtomicLong ids;
    private final RandomGenerator random;

    /** @param wave which campaigns are the current ones */
    Wishes(World world, Belongings belongings, IntSupplier wave, AtomicLong ids, RandomGenerator random) {
        this.world = world;
        this.belongings = belongings;
        this.wave = wave;
        this.ids = ids;
        this.random = random;
    }

    Operation next() {
        String user = any(world.users());
        int dice = random.nextInt(100);
        if (dice < 25) {
            return charge(user, key());
        } else if (dice < 55) {
            return order(user);
        } else if (dice < 75) {
            return coupon(user);
        } else if (dice < 95) {
            return read(user);
        }
        return mischief(user);
    }

    private Operation charge(String user, String key) {
        return charge(Kind.CHARGE, user, key);
    }

    private Operation charge(Kind kind, String user, String key) {
        long amount = belongings.amount(user);
        return write(kind, user, "/v1/points/charges", key, Map.of("amount", amount), amount);
    }

    private Operation order(String user) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("items", items());
        if (random.nextInt(100) < 30) {
            belongings.coupon(user, random).ifPresent(coupon -> order.put("couponId", coupon));
        }
        return write(Kind.ORDER, user, "/v1/orders", key(), order, 0);
    }

    private List<Map<String, Long>> items() {
        return random.ints(0, world.products().size())
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(index ->
                        Map.of("productId", world.products().get(index).id(), "quantity", (long) random.nextInt(1, 4)))
                .toList();
    }

    private Operation coupon(String user) {
        List<Long> campaigns = world.waves().get(wave.getAsInt());
        String path = "/v1/coupon-campaigns/" + any(campaigns) + "/coupons";
        return new Operation(ids.incrementAndGet(), Kind.COUPON, user, "POST", path, key(), "", 0);
    }

    private Operation read(String user) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> read(Kind.READ_BALANCE, user, "/v1/points");
            case 2 ->
                belongings
                        .order(user)
                        .map(order -> read(Kind.READ_ORDER, user, "/v1/orders/" + order))
                        .orElseGet(() -> read(Kind.READ_BALANCE, user, "/v1/points"));
            case 3 ->
                read(
                        Kind.READ_PRODUCT,
                        user,
                        "/v1/products/" + any(world.products()).id());
            default ->
                random.nextBoolean()
                        ? read(Kind.READ_CHARGES, user, "/v1/points/charges")
                        : read(Kind.READ_POPULAR, user, "/v1/products/popular");
        };
    }

    private Operation read(Kind kind, String user, String path) {
        return new Operation(ids.incrementAndGet(), kind, user, "GET", path, "", "", 0);
    }

    private Operation mischief(String user) {
        Optional<Outcome> earlier = belongings.write(user);
        if (earlier.isEmpty() || random.nextInt(3) == 0) {
            return charge(Kind.BAD_TOKEN, user, key());
        }
        Operation known = earlier.get().operation();
        if (known.kind() == Kind.ORDER) {
            // the same key at another place is another request
            return charge(user, known.key());
        }
        return earlier.get().certainty() == Certainty.OK
                ? charge(Kind.OTHER_BODY, user, known.key())
                : charge(user, key());
    }

    private Operation write(Kind kind, String user, String path, String key, Map<String, ?> body, long amount) {
        return new Operation(
                ids.incrementAndGet(), kind, user, "POST", path, key, JSON.writeValueAsString(body), amount);
    }

    private String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
