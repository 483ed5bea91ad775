package dev.sagamart.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.infrastructure.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    private final PortPlan ports = new PortPlan(100);

    @TempDir
    Path home;

    @Test
    void the_gateway_is_told_where_every_service_is_and_gets_no_database() {
        var environment = settings().of(only(Service.GATEWAY));

        assertThat(environment)
                .containsEntry("SAGAMART_GATEWAY_UPSTREAMS_POINT", "http://127.0.0.1:8181")
                .containsEntry("SAGAMART_GATEWAY_UPSTREAMS_CHARGELOG", "http://127.0.0.1:8186")
                .doesNotContainKeys("SAGAMART_GATEWAY_UPSTREAMS_GATEWAY", "SPRING_DATASOURCE_URL");
    }

    @Test
    void a_service_migrates_as_the_owner_and_runs_as_the_runtime_role_of_its_database() {
        var environment = settings().of(only(Service.ORDER));

        assertThat(environment)
                .containsEntry("SERVER_PORT", "8183")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9183")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5533/orders")
                .containsEntry("SPRING_DATASOURCE_USERNAME", "orders")
                .containsEntry("SPRING_FLYWAY_USER", "orders_owner");
        assertThat(environment.get("SPRING_DATASOURCE_PASSWORD"))
                .isNotEmpty()
                .isNotEqualTo(environment.get("SPRING_FLYWAY_PASSWORD"));
    }

    @Test
    void an_instance_may_have_ports_and_ways_of_its_own() {
        var environment = Map.of("SAGAMART_REDIS_URL", "redis://127.0.0.1:7000");
        var second = new Instance(Service.COUPON, "coupon-2", 8284, 9284, environment, List.of());

        assertThat(settings().of(second))
                .containsEntry("SERVER_PORT", "8284")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9284")
                .containsEntry("SAGAMART_REDIS_URL", "redis://127.0.0.1:7000")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5533/coupon");
    }

    private Instance only(Service service) {
        return Instance.only(service, ports);
    }

    private ServiceSettings settings() {
        var durable = PostgresServer.Durability.DURABLE;
        return new ServiceSettings(ports, new PostgresServer(home, ports.postgres(), durable));
    }
}
