package dev.sagamart.k8s;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpecBuilder;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All pods with their labels and all policies: ours, and those that the operators make of what we say. */
final class ClusterPods {
    private static final String STRIMZI_NAME = "strimzi.io/name";
    private static final String BROKERS = "kafka-kafka";
    private static final String ENTITY_OPERATOR = "kafka-entity-operator";

    private ClusterPods() {}

    static NetworkGraph graph(Overlay overlay) {
        Map<String, Map<String, String>> pods = new TreeMap<>();
        Pods.of(overlay).forEach((name, pod) -> pods.put(name, pod.getMetadata().getLabels()));
        overlay.manifests("Cluster").forEach(cluster -> pods.put(cluster.name(), instances(cluster)));
        var policies = new ArrayList<>(overlay.all("NetworkPolicy", NetworkPolicy.class));
        for (Kafka kafka : overlay.all("Kafka", Kafka.class)) {
            Map<String, String> labels = new HashMap<>(kafka.getSpec()
                    .getKafka()
                    .getTemplate()
                    .getPod()
                    .getMetadata()
                    .getLabels());
            labels.put(STRIMZI_NAME, BROKERS);
            pods.put("kafka", labels);
            pods.put(ENTITY_OPERATOR, Map.of(STRIMZI_NAME, ENTITY_OPERATOR));
            policies.add(madeByStrimzi(kafka));
        }
        return new NetworkGraph(pods, policies);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> instances(Manifest cluster) {
        var spec = (Map<String, Object>) cluster.tree().get("spec");
        var inherited = (Map<String, Object>) spec.get("inheritedMetadata");
        Map<String, String> labels = new HashMap<>((Map<String, String>) inherited.get("labels"));
        labels.put("cnpg.io/cluster", cluster.name());
        return labels;
    }

    /** The way into the brokers: each listener's peers, and the parts of the Kafka cluster itself. */
    private static NetworkPolicy madeByStrimzi(Kafka kafka) {
        var spec = new NetworkPolicySpecBuilder()
                .withNewPodSelector()
                .addToMatchLabels(STRIMZI_NAME, BROKERS)
                .endPodSelector()
                .withPolicyTypes("Ingress");
        for (var listener : kafka.getSpec().getKafka().getListeners()) {
            admit(spec, listener.getNetworkPolicyPeers(), listener.getPort());
        }
        admit(spec, List.of(peer(BROKERS)), 9090);
        admit(spec, List.of(peer(BROKERS), peer(ENTITY_OPERATOR)), 9091);
        return new NetworkPolicyBuilder().withSpec(spec.build()).build();
    }

    private static void admit(NetworkPolicySpecBuilder spec, List<NetworkPolicyPeer> peers, int port) {
        spec.addNewIngress()
                .withFrom(peers)
                .addNewPort()
                .withNewPort(port)
                .endPort()
                .endIngress();
    }

    private static NetworkPolicyPeer peer(String name) {
        return new NetworkPolicyPeerBuilder()
                .withNewPodSelector()
                .addToMatchLabels(STRIMZI_NAME, name)
                .endPodSelector()
                .build();
    }
}
