package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;

/** The Deployments of the seven. */
final class Deployments {
    private Deployments() {}

    static boolean selects(Map<String, String> selector, Deployment deployment) {
        return deployment
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getLabels()
                .entrySet()
                .containsAll(selector.entrySet());
    }

    static List<Deployment> in(Overlay overlay) {
        return overlay.all("Deployment", Deployment.class).stream()
                .filter(it -> it.getMetadata().getLabels() != null
                        && "sagamart".equals(it.getMetadata().getLabels().get("app.kubernetes.io/part-of")))
                .toList();
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    static Container container(Deployment deployment) {
        assertThat(pod(deployment).getContainers()).hasSize(1);
        return pod(deployment).getContainers().getFirst();
    }
}
