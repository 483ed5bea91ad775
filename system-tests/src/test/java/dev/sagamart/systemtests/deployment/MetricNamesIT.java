package dev.sagamart.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After the contract tests, because a metric is there when what it counts has happened for the first time. */
@SystemTest
@Order(3)
class MetricNamesIT {
    private static final Duration METERS_OF_KAFKA_ARE_FOUND_WITHIN = Duration.ofSeconds(90);

    private final SuiteUnderTest suite;

    MetricNamesIT(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void services_export_every_metric_that_the_list_for_dashboards_says_they_do() throws Exception {
        Set<String> listed = listed();
        useEverything();

        await().atMost(METERS_OF_KAFKA_ARE_FOUND_WITHIN)
                .untilAsserted(() -> assertThat(exported()).containsAll(listed));
    }

    /** Each as service and metric. */
    private static Set<String> listed() throws IOException {
        try (Stream<String> lines =
                Files.lines(SuiteOptions.findRoot().resolve("local/compose/observability/metrics"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .flatMap(line -> Stream.of(line[1].split(" ")).map(service -> service + " " + line[0]))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void useEverything() {
        var client = new Client(suite);
        var shop = new Shop(client);
        String user = Shop.user("metrics");
        client.post("/v1/points/charges")
                .as(user)
                .json(Map.of("amount", 1_000))
                .send()
                .expect("201");
        long product = shop.product(10, 5);
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), 5));
        shop.takeCoupon(user, campaign).expect("201");
        client.post("/v1/orders")
                .as(user)
                .json(Map.of("items", List.of(Map.of("productId", product, "quantity", 1))))
                .send();
        client.get("/v1/products/popular").send();
        client.get("/v1/points/charges").as(user).send();
    }

    private Set<String> exported() throws IOException, InterruptedException {
        Set<String> exported = new TreeSet<>();
        try (var http = HttpClient.newHttpClient()) {
            for (Service service : Service.values()) {
                var address = "http://127.0.0.1:" + suite.ports().management(service) + "/actuator/prometheus";
                http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofLines())
                        .body()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> exported.add(service.module() + " " + line.split("[ {]", 2)[0]));
            }
        }
        return exported;
    }
}
