package dev.sagamart.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alerts of the containers as an object of the Prometheus operator, each with an address for its runbook. */
final class Alerts {
    /** Where the files of the project can be read. */
    static final String DOCUMENTS = "https://github.com/sagamart/sagamart/blob/main/";

    private static final Path RULES = Repository.ROOT.resolve("local/compose/observability/alerts.yml");
    private static final Path OBJECT = Repository.K8S.resolve("components/monitoring/alerts.yaml");

    private Alerts() {}

    static void write() throws IOException {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("apiVersion", "monitoring.coreos.com/v1");
        rule.put("kind", "PrometheusRule");
        rule.put("metadata", Map.of("name", "sagamart"));
        rule.put("spec", Map.of("groups", groups()));
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(1000);
        Files.writeString(
                OBJECT,
                "# Written by RenderedTest from local/compose/observability/alerts.yml.\n"
                        + new Yaml(options).dump(rule));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> groups() {
        Map<String, Object> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.read(RULES));
        var groups = (List<Map<String, Object>>) rules.get("groups");
        for (var group : groups) {
            group.put(
                    "rules",
                    ((List<Map<String, Object>>) group.get("rules"))
                            .stream().map(Alerts::alert).toList());
        }
        return new ArrayList<>(groups);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> alert(Map<String, Object> rule) {
        Map<String, Object> alert = new LinkedHashMap<>(rule);
        alert.put("expr", String.valueOf(rule.get("expr")).strip().replaceAll("\\s+", " "));
        Map<String, Object> annotations = new LinkedHashMap<>((Map<String, Object>) rule.get("annotations"));
        annotations.put("runbook_url", DOCUMENTS + annotations.remove("runbook"));
        alert.put("annotations", annotations);
        return alert;
    }
}
