package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The level "restricted" of the Pod Security Standards, and a bit more. */
class PodSecurityTest {
    /** Images of others that write into themselves when they start; for development only. */
    private static final Set<String> WRITE_THEMSELVES = Set.of("kafka", "issuer");

    @ParameterizedTest
    @EnumSource
    void the_cluster_refuses_what_is_not_restricted(Overlay overlay) {
        assertThat(overlay.all("Namespace", Namespace.class))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @ParameterizedTest
    @EnumSource
    void no_pod_runs_as_root_or_outside_the_default_system_calls(Overlay overlay) {
        Pods.of(overlay).forEach((name, pod) -> {
            var security = pod.getSpec().getSecurityContext();
            assertThat(security.getRunAsNonRoot()).as(name).isTrue();
            assertThat(security.getRunAsUser()).as(name).isPositive();
            assertThat(security.getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_pod_shares_anything_with_its_node(Overlay overlay) {
        Pods.of(overlay).forEach((name, pod) -> {
            var spec = pod.getSpec();
            assertThat(spec.getHostNetwork()).as(name).isNull();
            assertThat(spec.getHostPID()).as(name).isNull();
            assertThat(spec.getHostIPC()).as(name).isNull();
            assertThat(spec.getVolumes())
                    .as(name)
                    .allMatch(volume -> volume.getEmptyDir() != null
                            || volume.getSecret() != null
                            || volume.getConfigMap() != null);
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_container_gets_more_rights_than_it_has(Overlay overlay) {
        Pods.of(overlay).forEach((name, pod) -> {
            for (Container container : pod.getSpec().getContainers()) {
                var security = container.getSecurityContext();
                assertThat(security.getAllowPrivilegeEscalation()).as(name).isFalse();
                assertThat(security.getPrivileged()).as(name).isNull();
                assertThat(security.getCapabilities().getDrop()).as(name).containsExactly("ALL");
                assertThat(security.getCapabilities().getAdd()).as(name).isEmpty();
                assertThat(container.getPorts()).as(name).allMatch(port -> port.getHostPort() == null);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_container_writes_into_its_image(Overlay overlay) {
        Pods.of(overlay).forEach((name, pod) -> {
            boolean excused = overlay == Overlay.DEV && WRITE_THEMSELVES.contains(name);
            for (Container container : pod.getSpec().getContainers()) {
                assertThat(excused
                                || Boolean.TRUE.equals(
                                        container.getSecurityContext().getReadOnlyRootFilesystem()))
                        .as(name)
                        .isTrue();
            }
        });
    }

    @Test
    void the_brokers_of_production_are_restricted_too() {
        var kafka = Overlay.PROD.all("Kafka", Kafka.class).getFirst().getSpec();
        var broker = kafka.getKafka().getTemplate();
        var operator = kafka.getEntityOperator().getTemplate();
        for (var pod : List.of(broker.getPod(), operator.getPod())) {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        }
        for (var container : List.of(
                broker.getKafkaContainer(),
                operator.getTopicOperatorContainer(),
                operator.getUserOperatorContainer())) {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        }
    }

    @Test
    void no_secret_of_production_is_in_the_repository() {
        assertThat(Overlay.PROD.all("Secret", Secret.class)).isEmpty();
    }
}
