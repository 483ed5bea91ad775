package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final String NAME = "app.kubernetes.io/name";

    @Test
    void prometheus_finds_all_seven_and_calls_them_by_their_names() {
        var monitor = Overlay.PROD
                .all("ServiceMonitor", ServiceMonitor.class)
                .getFirst()
                .getSpec();
        var endpoint = monitor.getEndpoints().getFirst();
        var selector = monitor.getSelector().getMatchLabels();

        assertThat(Overlay.PROD.all("Service", Service.class))
                .filteredOn(service -> service.getMetadata().getLabels() != null
                        && service.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .allMatch(service -> service.getSpec().getPorts().stream()
                        .anyMatch(port -> port.getName().equals(endpoint.getPort())))
                .extracting(service -> service.getMetadata().getLabels().get(NAME))
                .containsExactlyInAnyOrderElementsOf(Services.ALL);
        assertThat(endpoint.getRelabelings()).singleElement().satisfies(label -> {
            assertThat(label.getTargetLabel()).isEqualTo("application");
            assertThat(label.getSourceLabels())
                    .containsExactly("__meta_kubernetes_service_label_" + NAME.replaceAll("[./]", "_"));
        });
    }

    @Test
    void the_alerts_are_those_of_the_containers() {
        Manifest alerts = Overlay.PROD.manifests("PrometheusRule").findFirst().orElseThrow();

        assertThat(alerts.tree().get("spec")).isEqualTo(Map.of("groups", Alerts.groups()));
    }

    @Test
    void every_alert_says_how_urgent_it_is_and_where_its_runbook_is() {
        var rules = Overlay.PROD.all("PrometheusRule", PrometheusRule.class).getFirst().getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream());

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(rule.getAnnotations()).containsKey("summary");
            String runbook = rule.getAnnotations().get("runbook_url");
            assertThat(runbook).as(rule.getAlert()).startsWith(Alerts.DOCUMENTS);
            assertThat(Repository.ROOT.resolve(runbook.substring(Alerts.DOCUMENTS.length())))
                    .as(rule.getAlert())
                    .isRegularFile();
        });
    }

    @Test
    void grafana_finds_every_dashboard() {
        var files = Repository.files(Repository.ROOT.resolve("local/compose/observability/dashboards"), ".json");

        assertThat(Overlay.PROD.all("ConfigMap", ConfigMap.class))
                .filteredOn(map -> map.getMetadata().getLabels() != null
                        && "1".equals(map.getMetadata().getLabels().get("grafana_dashboard")))
                .singleElement()
                .satisfies(map -> assertThat(map.getData().keySet())
                        .containsExactlyInAnyOrderElementsOf(files.stream()
                                .map(file -> file.getFileName().toString())
                                .toList()));
    }
}
