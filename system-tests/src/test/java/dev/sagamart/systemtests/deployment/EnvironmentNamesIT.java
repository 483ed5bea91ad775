package dev.sagamart.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class EnvironmentNamesIT {
    private static final Pattern IN_THE_IMAGE = Pattern.compile("([A-Z_]{3,})=[^\\s]+ ?\\\\?\\n");

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_name_that_a_container_is_given_is_a_setting_of_its_service(Service service) throws IOException {
        ConfigurationKeys keys = BuiltService.keys(service);
        Set<String> given = new HashSet<>(ofTheComposeFile(service));
        given.addAll(ofTheImage());

        assertThat(given).isNotEmpty().allMatch(keys::know);
    }

    @Test
    void a_name_that_is_no_setting_or_that_of_another_service_is_noticed() {
        ConfigurationKeys gateway = BuiltService.keys(Service.GATEWAY);
        ConfigurationKeys order = BuiltService.keys(Service.ORDER);

        assertThat(gateway.know("SAGAMART_GATEWAY_UPSTREAMS_CHARGELOG")).isTrue();
        assertThat(gateway.know("SAGAMART_GATEWAY_UPSTREAMS_CHARGE_LOG")).isFalse();
        assertThat(gateway.know("SAGAMART_GATEWAY_DOCUMENTS_ENABLED")).isTrue();
        assertThat(gateway.know("SPRING_DATASOURCE_URL")).isFalse();
        assertThat(order.know("SPRING_DATASOURCE_URL")).isTrue();
        assertThat(order.know("SPRING_DATASOURCE_URI")).isFalse();
        assertThat(order.know("SAGAMART_CHECKOUT_STEPDEADLINE")).isTrue();
        assertThat(order.know("SAGAMART_CHECKOUT_SWEEPINTERVAL")).isTrue();
        assertThat(order.know("SAGAMART_REDIS_URL")).isFalse();
    }

    private static Set<String> ofTheComposeFile(Service service) throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text("docker-compose.yml"));
        return file.get("services").get(service.module()).get("environment").keySet();
    }

    private static Set<String> ofTheImage() throws IOException {
        String settings = text("Dockerfile").replaceAll("(?s).*\\nENV ", "").replaceAll("(?s)\\nEXPOSE.*", "\n");
        return IN_THE_IMAGE
                .matcher(settings)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(String file) throws IOException {
        return Files.readString(SuiteOptions.findRoot().resolve(file));
    }
}
