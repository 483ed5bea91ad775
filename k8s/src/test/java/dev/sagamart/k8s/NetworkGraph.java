package dev.sagamart.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who can connect to whom: between two pods what both the way out of one and the way into the other allow, and with
 * everybody else what our side allows. A pod that no policy selects for a direction would be open there.
 */
final class NetworkGraph {
    private static final String ANY = "any";

    private final Map<String, Map<String, String>> pods;
    private final List<NetworkPolicy> policies;

    /** @param pods the labels of the pods by their names */
    NetworkGraph(Map<String, Map<String, String>> pods, List<NetworkPolicy> policies) {
        this.pods = pods;
        this.policies = policies;
    }

    Set<String> pods() {
        return pods.keySet();
    }

    Set<Edge> edges() {
        Set<Edge> edges = new TreeSet<>();
        for (String from : pods.keySet()) {
            outside(from, true).forEach(edges::add);
            outside(from, false).forEach(edges::add);
            for (String to : pods.keySet()) {
                Set<String> out = ports(from, to, true);
                Set<String> in = ports(to, from, false);
                common(out, in).forEach(port -> edges.add(new Edge(from, to, port)));
            }
        }
        return edges;
    }

    /** Who would be let in by one of our pods, whether there is a way out to it or not. */
    Set<Edge> doors() {
        Set<Edge> doors = new TreeSet<>();
        for (String from : pods.keySet()) {
            for (String to : pods.keySet()) {
                ports(to, from, false).forEach(port -> doors.add(new Edge(from, to, port)));
            }
        }
        return doors;
    }

    private static Set<String> common(Set<String> out, Set<String> in) {
        if (out.contains(ANY)) {
            return in;
        }
        return in.contains(ANY) ? out : out.stream().filter(in::contains).collect(Collectors.toSet());
    }

    /** The ports on which a pod's policies allow the other one. */
    private Set<String> ports(String pod, String other, boolean out) {
        if (rules(pod, out) == null) {
            return Set.of(ANY);
        }
        return rules(pod, out).stream()
                .filter(rule -> rule.peers().stream().anyMatch(peer -> isPod(peer, pods.get(other))))
                .flatMap(rule -> rule.ports().stream())
                .collect(Collectors.toSet());
    }

    private Stream<Edge> outside(String pod, boolean out) {
        if (rules(pod, out) == null) {
            return Stream.of(out ? new Edge(pod, ANY, ANY) : new Edge(ANY, pod, ANY));
        }
        return rules(pod, out).stream()
                .flatMap(rule -> rule.peers().stream()
                        .filter(peer -> peer.getNamespaceSelector() != null || peer.getIpBlock() != null)
                        .flatMap(peer -> rule.ports().stream()
                                .map(port -> out ? new Edge(pod, name(peer), port) : new Edge(name(peer), pod, port))));
    }

    private static boolean isPod(NetworkPolicyPeer peer, Map<String, String> labels) {
        return peer.getNamespaceSelector() == null
                && peer.getPodSelector() != null
                && selects(peer.getPodSelector(), labels);
    }

    private static String name(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr();
        }
        String namespace = peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
        return peer.getPodSelector() == null
                ? namespace
                : namespace + "/"
                        + String.join(
                                ",", peer.getPodSelector().getMatchLabels().values());
    }

    /** @return null if no policy speaks about this direction */
    private List<Rule> rules(String pod, boolean out) {
        List<NetworkPolicy> about = policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(out ? "Egress" : "Ingress"))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), pods.get(pod)))
                .toList();
        return about.isEmpty()
                ? null
                : about.stream().flatMap(policy -> Rule.of(policy, out)).toList();
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new AssertionError("expressions are not understood here: " + selector);
        }
        return selector.getMatchLabels() == null
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    }

    /** A connection that can be made; a name with a slash or without a pod of ours is outside. */
    record Edge(String from, String to, String port) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to + ":" + port;
        }
    }

    private record Rule(List<NetworkPolicyPeer> peers, List<String> ports) {
        static Stream<Rule> of(NetworkPolicy policy, boolean out) {
            var spec = policy.getSpec();
            return out
                    ? spec.getEgress().stream().map(rule -> rule(policy, rule.getTo(), rule.getPorts()))
                    : spec.getIngress().stream().map(rule -> rule(policy, rule.getFrom(), rule.getPorts()));
        }

        private static Rule rule(NetworkPolicy policy, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
            if (peers.isEmpty() || ports.isEmpty()) {
                throw new AssertionError(policy.getMetadata().getName() + " opens a rule to everything");
            }
            return new Rule(
                    peers,
                    ports.stream()
                            .map(port -> port.getPort().getValue().toString())
                            .distinct()
                            .toList());
        }
    }
}
