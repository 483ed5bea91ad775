package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.local.suite.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * No order-service reaches the broker for longer than an order may take, and than an unsent message is kept: what the
 * participants hear at last is the compensation of an action that they never heard of.
 */
final class SilencedOrders {
    private static final Duration TOMBSTONES_WITHIN = Duration.ofSeconds(30);
    private static final List<String> PARTICIPANTS = List.of("coupon", "product", "point");
    private static final String TOMBSTONES = """
            select count(*) from handled_command
            where not compensation and reply like '%ORDER_TIMED_OUT%'""";

    private SilencedOrders() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        Duration length = Chance.seconds(random, 26, 30);
        List<Proxy> links = cluster.instances(Service.ORDER).stream()
                .map(order -> cluster.link(order, "kafka"))
                .toList();
        Set<String> parties = new HashSet<>(cluster.instances(Service.ORDER));
        parties.addAll(Set.of("kafka", "postgres"));
        return new Aim("all of order-service, for " + Chance.say(length), parties, () -> {
            long before = tombstones(cluster);
            links.forEach(Proxy::down);
            return Blow.of(length, () -> links.forEach(Proxy::heal), () -> more(cluster, before));
        });
    }

    private static Proof more(Cluster cluster, long before) {
        Waiting.until(TOMBSTONES_WITHIN, () -> tombstones(cluster) > before);
        return new Proof("compensations before their actions", tombstones(cluster) - before);
    }

    private static long tombstones(Cluster cluster) {
        return PARTICIPANTS.stream()
                .mapToLong(database -> tombstones(cluster, database))
                .sum();
    }

    private static long tombstones(Cluster cluster, String database) {
        try (Connection connection = cluster.database(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOMBSTONES)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
