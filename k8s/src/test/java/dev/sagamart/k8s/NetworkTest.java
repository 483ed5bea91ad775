package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
    @ParameterizedTest
    @EnumSource
    void nothing_gets_in_or_out_that_no_policy_names(Overlay overlay) {
        assertThat(overlay.all("NetworkPolicy", NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("default-deny"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                            .isNullOrEmpty();
                    assertThat(policy.getSpec().getPodSelector().getMatchExpressions())
                            .isEmpty();
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(policy.getSpec().getIngress()).isEmpty();
                    assertThat(policy.getSpec().getEgress()).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource
    void the_policies_let_through_what_the_document_says_and_nothing_else(Overlay overlay) {
        NetworkGraph graph = ClusterPods.graph(overlay);

        assertThat(graph.edges()).containsExactlyInAnyOrderElementsOf(new DocumentedGraph(graph.pods()).edges(overlay));
    }

    /** Ways out are by what a pod uses, which may be wider; ways in never are. */
    @ParameterizedTest
    @EnumSource
    void no_pod_lets_in_another_that_has_no_way_to_it(Overlay overlay) {
        NetworkGraph graph = ClusterPods.graph(overlay);

        assertThat(graph.edges()).containsAll(graph.doors());
    }
}
