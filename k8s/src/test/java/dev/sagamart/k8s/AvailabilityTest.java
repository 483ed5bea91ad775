package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That there is always one of each that answers. */
class AvailabilityTest {
    /** Of Spring's shutdown: requests first, then what they need. */
    private static final int SHUTDOWN_PHASES = 2;

    private static final int LONGEST_PHASE_SECONDS = 30;

    @ParameterizedTest
    @EnumSource
    void each_ends_after_its_last_request_and_has_the_time_for_it(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            PodSpec pod = Deployments.pod(deployment);
            long pause = Deployments.container(deployment)
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            assertThat(pause).isBetween(5L, 15L);
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(pause + SHUTDOWN_PHASES * LONGEST_PHASE_SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_update_takes_none_away_before_another_is_ready(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            var update = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(update.getMaxUnavailable()).isEqualTo(new IntOrString(0));
            assertThat(update.getMaxSurge()).isEqualTo(new IntOrString(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_is_spread_over_zones_and_nodes(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            List<TopologySpreadConstraint> spread = Deployments.pod(deployment).getTopologySpreadConstraints();
            assertThat(spread)
                    .extracting(TopologySpreadConstraint::getTopologyKey)
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(spread)
                    .allMatch(one -> Deployments.selects(one.getLabelSelector().getMatchLabels(), deployment));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_may_lose_one_instance_at_a_time_to_maintenance(Overlay overlay) {
        var budgets = overlay.all("PodDisruptionBudget", PodDisruptionBudget.class);
        for (Deployment deployment : Deployments.in(overlay)) {
            assertThat(budgets)
                    .filteredOn(budget ->
                            Deployments.selects(budget.getSpec().getSelector().getMatchLabels(), deployment))
                    .singleElement()
                    .satisfies(budget ->
                            assertThat(budget.getSpec().getMaxUnavailable()).isEqualTo(new IntOrString(1)));
        }
    }
}
