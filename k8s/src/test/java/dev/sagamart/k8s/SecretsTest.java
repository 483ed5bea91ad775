package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsTest {
    @ParameterizedTest
    @EnumSource
    void every_secret_that_a_pod_asks_for_is_made_by_somebody(Overlay overlay) {
        Set<String> asked = Pods.of(overlay).values().stream()
                .flatMap(pod -> askedBy(pod.getSpec()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(madeIn(overlay)).containsAll(asked);
        assertThat(asked).isNotEmpty();
    }

    private static Stream<String> askedBy(PodSpec pod) {
        var mounted = pod.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .map(volume -> volume.getSecret().getSecretName());
        var read = pod.getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName());
        return Stream.concat(mounted, read);
    }

    /** An operator names what it makes after the object. */
    private static Set<String> madeIn(Overlay overlay) {
        return overlay.manifests().stream()
                .flatMap(it -> switch (it.kind()) {
                    case "Secret", "ExternalSecret", "KafkaUser" -> Stream.of(it.name());
                    case "Cluster" -> Stream.of(it.name() + "-app", it.name() + "-ca");
                    case "Kafka" -> Stream.of(it.name() + "-cluster-ca-cert");
                    default -> Stream.empty();
                })
                .collect(Collectors.toSet());
    }
}
