package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import io.fabric8.kubernetes.api.model.Container;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    /** Read by the JVM. */
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://[^/]+/(\\w+)(\\?.*)?");

    @ParameterizedTest
    @EnumSource
    void every_variable_sets_something_that_its_service_knows(Overlay overlay) {
        for (String service : Services.ALL) {
            Set<String> known = new TreeSet<>(BootProperties.of(service));
            known.addAll(OwnProperties.of(service));
            Set<String> variables = new TreeSet<>(Settings.of(overlay, service).keySet());
            variables.remove(OPTIONS);
            variables.removeIf(variable -> known.stream().anyMatch(property -> Settings.sets(variable, property)));
            assertThat(variables)
                    .as("variables that mean nothing to %s", service)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_on_loopback(Overlay overlay) {
        for (String service : Services.ALL) {
            Set<String> properties = ShippedSettings.of(service).entrySet().stream()
                    .filter(setting -> setting.getValue().contains("127.0.0.1"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(HashSet::new));
            properties.addAll(OwnProperties.onLoopback(service));
            assertThat(properties).as("what %s ships for one machine", service).isNotEmpty();
            Set<String> variables = Settings.of(overlay, service).keySet();
            properties.removeIf(property -> variables.stream().anyMatch(name -> Settings.sets(name, property)));
            assertThat(properties)
                    .as("%s would look for it beside itself", service)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_ports_are_those_that_are_open(Overlay overlay) {
        for (String service : Services.ALL) {
            Container container =
                    Pods.of(overlay).get(service).getSpec().getContainers().getFirst();
            Map<String, String> settings = Settings.of(overlay, service);
            assertThat(container.getPorts())
                    .extracting(port -> port.getName() + " " + port.getContainerPort())
                    .containsExactlyInAnyOrder(
                            "http " + settings.get("SERVER_PORT"),
                            "management " + settings.get("MANAGEMENT_SERVER_PORT"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_gateway_is_sent_to_services_that_are_there(Overlay overlay) {
        Settings.of(overlay, Services.GATEWAY).forEach((name, value) -> {
            if (name.startsWith("SAGAMART_GATEWAY_UPSTREAMS_")) {
                String service = URI.create(value).getHost();
                assertThat(Services.BEHIND_GATEWAY).contains(service);
                assertThat(service.replace("-service", "").replace("-", ""))
                        .isEqualToIgnoringCase(name.substring(name.lastIndexOf('_') + 1));
                assertThat(value).endsWith(":8080");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void each_service_is_sent_to_its_own_database(Overlay overlay) {
        for (Service service : Service.values()) {
            String url = Settings.of(overlay, service.module()).get("SPRING_DATASOURCE_URL");
            if (service.database() == null) {
                assertThat(url).isNull();
            } else {
                assertThat(url).matches(DATABASE);
                assertThat(DATABASE.matcher(url).replaceAll("$1")).isEqualTo(service.database());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PROD")
    void production_speaks_tls_to_its_stores_and_checks_with_whom(Overlay overlay) {
        for (String service : Services.BEHIND_GATEWAY) {
            assertThat(Settings.of(overlay, service))
                    .containsEntry("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                    .hasEntrySatisfying(
                            "SPRING_DATASOURCE_URL",
                            url -> assertThat(url)
                                    .startsWith("jdbc:postgresql://" + service + "-database-rw:")
                                    .contains("sslmode=verify-full"));
        }
    }
}
