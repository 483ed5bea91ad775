package dev.sagamart.k8s;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.TreeMap;

/** The pods that an overlay itself describes; operators make others. */
final class Pods {
    private Pods() {}

    static Map<String, PodTemplateSpec> of(Overlay overlay) {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        overlay.all("Deployment", Deployment.class)
                .forEach(it -> pods.put(it.getMetadata().getName(), it.getSpec().getTemplate()));
        overlay.all("StatefulSet", StatefulSet.class)
                .forEach(it -> pods.put(it.getMetadata().getName(), it.getSpec().getTemplate()));
        overlay.all("Job", Job.class)
                .forEach(it -> pods.put(it.getMetadata().getName(), it.getSpec().getTemplate()));
        return pods;
    }
}
