package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.proxy.Direction;
import dev.sagamart.chaos.proxy.Felt;
import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.chaos.proxy.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One way from a process to another goes wrong. */
final class LinkTroubles {
    private static final List<String> GATEWAY = List.of("gateway -> order", "gateway -> point", "gateway -> coupon");
    private static final List<String> WRITING = List.of(
            "order-1 -> postgres",
            "order-2 -> postgres",
            "point-1 -> postgres",
            "point-2 -> postgres",
            "gateway-1 -> redis",
            "gateway-2 -> redis",
            "coupon-1 -> redis");

    private LinkTroubles() {}

    static Aim any(Cluster cluster, RandomGenerator random) {
        List<Proxy> busy = cluster.links().stream().filter(LinkTroubles::isBusy).toList();
        Proxy link = Chance.oneOf(busy, random);
        Direction direction = Chance.oneOf(List.of(Direction.values()), random);
        return switch (random.nextInt(6)) {
            case 0 -> {
                var delay = Duration.ofMillis(random.nextInt(50, 500));
                yield aim(link, direction, new Trouble.Latency(delay), Duration.ofSeconds(10));
            }
            case 1 -> aim(link, direction, new Trouble.BlackHole(), Chance.seconds(random, 5, 20));
            case 2 -> aim(link, direction, new Trouble.Reset(), Duration.ofSeconds(3));
            case 3 -> aim(link, direction, new Trouble.Cut(random.nextInt(1, 500)), Duration.ofSeconds(5));
            case 4 -> aim(link, direction, new Trouble.Rate(16 * 1024), Duration.ofSeconds(10));
            default -> down(link);
        };
    }

    /** What was asked for is done, but nobody hears so. */
    static Aim replyLost(Cluster cluster, RandomGenerator random) {
        List<String> names = random.nextBoolean() ? GATEWAY : WRITING;
        String[] ends = Chance.oneOf(names, random).split(" -> ", 2);
        Duration length = Duration.ofMillis(random.nextInt(500, 2000));
        return aim(cluster.link(ends[0], ends[1]), Direction.REPLY, new Trouble.Reset(), length);
    }

    private static boolean isBusy(Proxy link) {
        String name = link.name();
        boolean seldomUsed = name.startsWith("ranking-1") || name.startsWith("charge-log-1");
        return !(seldomUsed && !name.endsWith("kafka")) && !name.endsWith(" ranking") && !name.endsWith(" charge-log");
    }

    private static Aim aim(Proxy link, Direction direction, Trouble trouble, Duration length) {
        String target = "%s, %s: %s for %s".formatted(link.name(), direction, trouble, Chance.say(length));
        return new Aim(target, parties(link), () -> {
            Felt before = link.felt();
            link.trouble(direction, trouble);
            return Blow.feltByOthers(length, link::heal, () -> felt(link, before));
        });
    }

    private static Aim down(Proxy link) {
        return new Aim(link.name() + ", down for 10 s", parties(link), () -> {
            Felt before = link.felt();
            link.down();
            return Blow.feltByOthers(Duration.ofSeconds(10), link::heal, () -> felt(link, before));
        });
    }

    private static Proof felt(Proxy link, Felt before) {
        return new Proof("troubles on the link", link.felt().since(before).troubles());
    }

    /** Not with a fault of either end: dead ones do not talk. */
    private static Set<String> parties(Proxy link) {
        String[] ends = link.name().split(" -> ", 2);
        return Set.of(link.name(), ends[0], ends[1]);
    }
}
