package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReadingTest {
    private final AllowedKeys allowed = AllowedKeys.read();

    @ParameterizedTest
    @EnumSource
    void every_object_says_only_what_its_kind_knows(Overlay overlay) {
        for (Manifest manifest : overlay.manifests()) {
            Class<?> model = Models.ALL.get(manifest.type());
            if (model != null) {
                StrictReader.read(manifest, model);
            } else {
                assertThat(allowed.know(manifest))
                        .as("%s is a known kind", manifest)
                        .isTrue();
                assertThat(allowed.unknownIn(manifest)).as("%s", manifest).isEmpty();
            }
        }
    }

    /** A reader that let everything pass would look just as green. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: apps/v1, kind: Deployment, spec: {replicaz: 1}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: '1'}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{preStopp: {}}]}}}}",
                "{apiVersion: v1, kind: ConfigMap, data: {SERVER_PORT: 8080}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {egress: [{too: []}]}}",
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, spec: {hostname: a}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, spec: {endpoints: [{ports: a}]}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, spec: {groups: [{rules: [{exp: a}]}]}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: Kafka, spec: {kafka: {listener: []}}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partitionz: 6}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, spec: {authorization: {type: simple, acl: []}}}"
            })
    void what_a_kind_does_not_know_is_a_failure(String document) {
        Manifest manifest = Overlay.parse(document).getFirst();
        manifest.tree().putIfAbsent("metadata", Map.of("name", "wrong"));

        assertThatThrownBy(() -> StrictReader.read(manifest, Models.ALL.get(manifest.type())))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: a}, spec: {instance: 3}}",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a}, spec: {triggers: [{typ: cpu}]}}",
                "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: a}, spec: {dataFrom: [{key: a}]}}"
            })
    void a_path_that_was_not_looked_up_is_a_failure(String document) {
        List<String> unknown = allowed.unknownIn(Overlay.parse(document).getFirst());

        assertThat(unknown).isNotEmpty();
    }
}
