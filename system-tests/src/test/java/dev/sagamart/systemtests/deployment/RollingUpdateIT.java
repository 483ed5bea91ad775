package dev.sagamart.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.cluster.ClusterOptions;
import dev.sagamart.chaos.cluster.RunningCluster;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Entrance;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.WithoutSharedSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All instances are replaced one after the other, as Kubernetes does it: out of the list of a service's addresses, SIGTERM,
 * a new process. It takes minutes, so it runs with {@code -Dsagamart.rolling-update=true} only.
 */
@Order(11)
@ExtendWith(WithoutSharedSuite.class)
@EnabledIfSystemProperty(named = "sagamart.rolling-update", matches = "true")
class RollingUpdateIT {
    private static final int CUSTOMERS = 8;
    private static final int STOCK = 1_000_000;
    private static final int BUSY = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void replacing_every_instance_loses_no_request_and_no_message() {
        var root = SuiteOptions.findRoot();
        var options = new ClusterOptions(root, root.resolve("system-tests/target/rolling-update"));
        try (Cluster cluster = RunningCluster.start(options, Progress.SILENT)) {
            var client = new Client(new Entrance(cluster.gateways().getFirst(), cluster.mint()));
            var shop = new Shop(client);
            long product = shop.product(Customers.PRICE, STOCK);
            try (var customers = new Customers(cluster.mint(), CUSTOMERS, cluster.gateways())) {
                customers.shop(product);
                for (String instance : cluster.instances()) {
                    int before = customers.total();
                    await().atMost(PATIENCE).until(() -> customers.total() > before + BUSY);
                    replace(cluster, instance, customers);
                }
                customers.close();
                assertThat(customers.complaints()).isEmpty();
                assertBooks(client, shop, product, customers);
            }
        }
    }

    private static void replace(Cluster cluster, String instance, Customers customers) {
        boolean gateway = cluster.instances(Service.GATEWAY).contains(instance);
        if (gateway) {
            customers.leave(cluster.url(instance));
        }
        cluster.stop(instance);
        cluster.start(instance);
        if (gateway) {
            customers.use(cluster.url(instance));
        }
    }

    private static void assertBooks(Client client, Shop shop, long product, Customers customers) {
        Map<String, Integer> rounds = customers.rounds();
        assertThat(shop.stock(product)).isEqualTo(STOCK - customers.total());
        rounds.forEach((name, number) -> {
            assertThat(shop.balance(name)).isEqualTo(number * (Customers.CHARGE - Customers.PRICE));
            assertThat(new Pages(client, name).all("/v1/orders")).hasSize(number);
            await().atMost(PATIENCE)
                    .until(() ->
                            new Pages(client, name).all("/v1/points/charges").size() == number);
        });
        await().atMost(PATIENCE).until(() -> sold(client) == customers.total());
    }

    /** As the ranking has counted. */
    private static long sold(Client client) {
        client.post("/v1/products/popular/refreshes").asAdmin().send();
        List<Long> sold = client.get("/v1/products/popular").send().expect("200").items().stream()
                .map(item -> item.path("soldQuantity").asLong())
                .toList();
        return sold.isEmpty() ? 0 : sold.getFirst();
    }
}
