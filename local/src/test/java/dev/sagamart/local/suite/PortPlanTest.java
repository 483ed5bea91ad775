package dev.sagamart.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void the_defaults_are_the_documented_ports() {
        var ports = new PortPlan(0);

        assertThat(ports.http(Service.GATEWAY)).isEqualTo(8080);
        assertThat(ports.http(Service.CHARGE_LOG)).isEqualTo(8086);
        assertThat(ports.management(Service.GATEWAY)).isEqualTo(9080);
        assertThat(ports.issuer()).isEqualTo(8090);
        assertThat(ports.postgres()).isEqualTo(5433);
        assertThat(ports.redis()).isEqualTo(6380);
        assertThat(ports.kafka()).isEqualTo(9094);
    }

    @Test
    void every_process_has_ports_of_its_own() {
        assertThat(new PortPlan(0).all()).hasSize(2 * Service.values().length + 5);
    }

    @Test
    void the_offset_moves_all_ports() {
        var moved = new PortPlan(300).all();

        new PortPlan(0).all().forEach((port, name) -> assertThat(moved).containsEntry(port + 300, name));
    }

    @Test
    void an_offset_that_leads_nowhere_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PortPlan(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PortPlan(50_001));
    }
}
