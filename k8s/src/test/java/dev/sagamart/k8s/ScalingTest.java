package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who grows with what, in production. */
class ScalingTest {
    private final List<HorizontalPodAutoscaler> byCpu =
            Overlay.PROD.all("HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);
    private final List<Manifest> byLag = Overlay.PROD.manifests("ScaledObject").toList();

    @Test
    void each_of_the_seven_has_one_autoscaler() {
        List<String> scaled = new ArrayList<>();
        byCpu.forEach(it -> scaled.add(it.getSpec().getScaleTargetRef().getName()));
        byLag.forEach(it -> scaled.add(
                ((Map<?, ?>) spec(it).get("scaleTargetRef")).get("name").toString()));

        assertThat(scaled).containsExactlyInAnyOrderElementsOf(Services.ALL);
    }

    @Test
    void nobody_else_says_how_many_there_are() {
        assertThat(Overlay.PROD.all("Deployment", Deployment.class))
                .allMatch(deployment -> deployment.getSpec().getReplicas() == null);
    }

    @Test
    void there_are_always_two_and_never_more_consumers_than_partitions() {
        assertThat(byCpu).allMatch(it -> it.getSpec().getMinReplicas() == 2);
        assertThat(byCpu)
                .filteredOn(it -> !it.getMetadata().getName().equals(Services.GATEWAY))
                .allMatch(it -> it.getSpec().getMaxReplicas() <= Topics.DEFAULT_PARTITIONS);
        assertThat(byLag)
                .allSatisfy(it -> assertThat(spec(it))
                        .containsEntry("minReplicaCount", 2)
                        .containsEntry("maxReplicaCount", Topics.DEFAULT_PARTITIONS));
    }

    @Test
    void who_follows_its_lag_follows_all_of_it() {
        for (Manifest scaled : byLag) {
            var followed = new TreeSet<String>();
            for (Object trigger : (List<?>) spec(scaled).get("triggers")) {
                var metadata = (Map<?, ?>) ((Map<?, ?>) trigger).get("metadata");
                if ("kafka".equals(((Map<?, ?>) trigger).get("type"))) {
                    followed.add(metadata.get("topic") + " in " + metadata.get("consumerGroup"));
                }
            }
            assertThat(followed).isEqualTo(DeclaredAccess.of(scaled.name()).subscriptions());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> spec(Manifest manifest) {
        return (Map<String, Object>) manifest.tree().get("spec");
    }
}
