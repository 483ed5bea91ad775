package dev.sagamart.loadtests.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final PortPlan PORTS = new PortPlan(7900);

    @Test
    void a_single_instance_is_where_it_always_is() {
        try (Instances instances = Instances.of(1, PORTS, Map.of())) {
            assertThat(instances.url(Service.ORDER)).isEqualTo(PORTS.url(Service.ORDER));
            assertThat(instances.names(Service.ORDER)).containsExactly("order");
        }
    }

    @Test
    void gateways_reach_all_instances_of_a_service_by_one_address() {
        try (Instances instances = Instances.of(2, PORTS, Map.of("A", "b"))) {
            assertThat(instances.url(Service.ORDER)).isNotEqualTo(PORTS.url(Service.ORDER));
            assertThat(instances.names(Service.GATEWAY)).containsExactly("gateway", "gateway-2");
            assertThat(gateways(instances))
                    .hasSize(2)
                    .allSatisfy(gateway -> assertThat(gateway.environment())
                            .containsEntry("A", "b")
                            .containsEntry(Service.ORDER.upstreamVariable(), instances.url(Service.ORDER))
                            .doesNotContainKey(Service.GATEWAY.upstreamVariable()));
        }
    }

    @Test
    void no_two_want_the_same_port() {
        try (Instances instances = Instances.of(Instances.MOST, PORTS, Map.of())) {
            var taken = new HashSet<>(PORTS.all().keySet());
            var further = instances.topology().instances().stream()
                    .filter(instance ->
                            instance.name().contains("-2") || instance.name().contains("-3"))
                    .toList();

            assertThat(further).isNotEmpty().allSatisfy(instance -> {
                assertThat(taken.add(instance.port())).isTrue();
                assertThat(taken.add(instance.managementPort())).isTrue();
            });
        }
    }

    private static List<Instance> gateways(Instances instances) {
        return instances.topology().instances().stream()
                .filter(instance -> instance.service() == Service.GATEWAY)
                .toList();
    }
}
