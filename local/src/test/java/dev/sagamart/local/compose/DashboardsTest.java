package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardsTest {
    private static final String FOLDER = "local/compose/observability/";

    private final List<String> files = Checkout.files(FOLDER + "dashboards", ".json");

    @Test
    void there_are_four() {
        assertThat(files)
                .extracting(file -> Checkout.json(file).path("title").asString())
                .containsExactlyInAnyOrder(
                        "Sagamart: suite", "Sagamart: order saga", "Sagamart: coupon rush", "Sagamart: Kafka and JVM");
    }

    @Test
    void they_ask_for_nothing_that_no_service_exports() {
        assertThat(queries()).isNotEmpty().allSatisfy(query -> {
            Set<String> wanted = Metrics.askedFor(query);

            assertThat(wanted.size() + (query.contains("up{") ? 1 : 0)).isPositive();
            assertThat(Metrics.exported().keySet()).containsAll(wanted);
        });
    }

    @Test
    void they_name_services_that_exist_and_export_what_is_asked_of_them() {
        for (String query : queries().toList()) {
            for (Service service : Service.values()) {
                if (query.contains("application=\"" + service.module() + "\"")) {
                    Metrics.askedFor(query)
                            .forEach(metric -> assertThat(Metrics.exported().get(metric))
                                    .as(metric)
                                    .contains(service.module()));
                }
            }
            assertThat(query.replaceAll("application=\"(gateway|[a-z-]+-service)\"", ""))
                    .doesNotContain("application=\"");
        }
    }

    @Test
    void every_panel_has_a_title_and_a_place_of_its_own_and_all_ask_our_prometheus() {
        for (String file : files) {
            assertThat(Checkout.json(file).findValues("datasource"))
                    .allMatch(source -> source.path("uid").asString().equals("prometheus"));
            Set<String> places = new HashSet<>();
            for (JsonNode panel : Checkout.json(file).path("panels")) {
                assertThat(panel.path("title").asString()).isNotBlank();
                assertThat(places.add(panel.at("/gridPos/x") + "," + panel.at("/gridPos/y")))
                        .isTrue();
            }
        }
    }

    @Test
    void grafana_finds_them_where_they_are_mounted() {
        String volumes =
                new ComposeFile().service("observability").path("volumes").toString();
        String path = Checkout.yaml(FOLDER + "grafana-dashboards.yml")
                .at("/providers/0/options/path")
                .asString();

        assertThat(volumes).contains("./" + FOLDER + "dashboards:" + path + ":ro");
        assertThat(volumes)
                .contains("./" + FOLDER + "grafana-dashboards.yml:/otel-lgtm/grafana/conf/provisioning/dashboards/");
    }

    @Test
    void prometheus_asks_every_service_on_its_management_port() {
        JsonNode settings = Checkout.yaml(FOLDER + "prometheus.yml");
        String volumes =
                new ComposeFile().service("observability").path("volumes").toString();

        assertThat(settings.at("/scrape_configs/0/static_configs").valueStream())
                .extracting(target -> target.at("/targets/0").asString() + " "
                        + target.at("/labels/application").asString())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                        .map(service -> service.module() + ":8081 " + service.module())
                        .toList());
        assertThat(volumes).contains("./" + FOLDER + "prometheus.yml:/otel-lgtm/prometheus.yaml:ro");
        assertThat(volumes)
                .contains("./" + FOLDER + "alerts.yml:"
                        + settings.at("/rule_files/0").asString() + ":ro");
    }

    private Stream<String> queries() {
        return Stream.concat(
                of("panels")
                        .flatMap(panel -> panel.path("targets").valueStream())
                        .map(target -> target.path("expr").asString())
                        .map(query -> query.replace("$__rate_interval", "5m").replace("$__range", "1h")),
                of("templating/list")
                        .map(variable -> variable.path("query").asString())
                        .map(query -> query.replaceAll("label_values\\((\\w+), application\\)", "$1")));
    }

    private Stream<JsonNode> of(String part) {
        return files.stream()
                .map(Checkout::json)
                .flatMap(dashboard -> dashboard.at("/" + part).valueStream());
    }
}
