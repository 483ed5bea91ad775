package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sagamart.local.suite.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ComposeFileTest {
    private static final String SCHEMA = "local/src/test/resources/dev/sagamart/local/compose/compose-spec.json";
    private static final int FOUR_AND_A_HALF_GIBIBYTES_IN_MEBIBYTES = 4608;

    private final ComposeFile compose = new ComposeFile();

    @Test
    void the_file_keeps_to_the_compose_specification() {
        JsonNode schema = withoutNames(Checkout.json(SCHEMA));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09);

        assertThat(registry.getSchema(schema).validate(compose.root())).isEmpty();
    }

    @Test
    void every_service_of_the_suite_is_there_with_an_image_of_its_own() {
        for (Service service : Service.values()) {
            JsonNode container = compose.service(service.module());

            assertThat(container.at("/build/args/SERVICE").asString("")).isEqualTo(service.module());
            assertThat(container.path("image").asString("")).isEqualTo("sagamart/" + service.module());
        }
    }

    @Test
    void every_service_is_told_its_database_and_both_of_its_roles() {
        for (Service service : Service.values()) {
            String database = service.database();
            if (database != null) {
                assertThat(compose.environment(service.module()))
                        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/" + database)
                        .containsEntry("SPRING_DATASOURCE_USERNAME", database)
                        .containsEntry("SPRING_DATASOURCE_PASSWORD", password(database))
                        .containsEntry("SPRING_FLYWAY_USER", database + "_owner")
                        .containsEntry("SPRING_FLYWAY_PASSWORD", password(database + "_owner"));
            }
        }
    }

    @Test
    void the_gateway_is_told_where_every_service_is() {
        Map<String, String> environment = compose.environment("gateway");

        Stream.of(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .forEach(service -> assertThat(environment)
                        .containsEntry(service.upstreamVariable(), "http://" + service.module() + ":8080"));
    }

    @Test
    void a_container_starts_when_what_it_needs_is_healthy() {
        for (String name : compose.names()) {
            compose.service(name).path("depends_on").properties().forEach(need -> {
                String condition = need.getValue().path("condition").asString("");
                JsonNode needed = compose.service(need.getKey());
                boolean ownImage = needed.has("build"); // whose health check is in the image
                boolean job = needed.path("restart").asString("").equals("no");

                assertThat(condition)
                        .as("%s needs %s", name, need.getKey())
                        .isEqualTo(job ? "service_completed_successfully" : "service_healthy");
                assertThat(job || ownImage || needed.has("healthcheck")).isTrue();
            });
        }
        assertThat(needsOf("gateway")).contains("identity", "redis").containsAll(services());
        services().forEach(service -> assertThat(needsOf(service)).contains("postgres", "topics"));
        assertThat(needsOf("topics")).containsExactly("kafka");
    }

    @Test
    void containers_may_do_little() {
        for (String name : compose.names()) {
            JsonNode container = compose.service(name);

            assertThat(strings(container.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(container.has("cap_add") || container.has("privileged"))
                    .as(name)
                    .isFalse();
            assertThat(strings(container.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
            assertThat(container.path("pids_limit").asInt(0)).as(name).isPositive();
        }
        assertThat(compose.names().stream()
                        .filter(name -> !compose.service(name).path("read_only").asBoolean(false)))
                .containsExactlyInAnyOrder("identity", "observability");
    }

    @Test
    void the_folder_of_the_settings_that_kafka_writes_belongs_to_its_user() {
        assertThat(strings(compose.service("kafka").path("tmpfs"))).contains("/opt/kafka/config:uid=1000,gid=1000");
    }

    @Test
    void ports_are_for_this_machine_only_and_few() {
        List<String> open = new ArrayList<>();
        for (String name : compose.names()) {
            strings(compose.service(name).path("ports")).forEach(port -> {
                assertThat(port).as(name).startsWith("127.0.0.1:");
                open.add(name);
            });
        }

        assertThat(open).containsExactlyInAnyOrder("gateway", "identity", "observability");
    }

    @Test
    void only_what_has_a_port_is_reachable_from_outside() {
        assertThat(compose.root().at("/networks/inside/internal").asBoolean(false))
                .isTrue();
        for (String name : compose.names()) {
            JsonNode container = compose.service(name);

            assertThat(strings(container.path("networks")).contains("edge"))
                    .as(name)
                    .isEqualTo(container.has("ports"));
        }
    }

    @Test
    void all_together_may_take_less_than_four_and_a_half_gibibytes() {
        int sum = compose.names().stream()
                .map(compose::service)
                .filter(service -> !service.has("profiles"))
                .mapToInt(ComposeFile::mebibytes)
                .sum();

        assertThat(sum).isLessThan(FOUR_AND_A_HALF_GIBIBYTES_IN_MEBIBYTES);
    }

    @Test
    void a_heap_leaves_its_container_as_much_again_and_more() {
        for (Service service : Service.values()) {
            JsonNode container = compose.service(service.module());
            String heap = strings(container.path("command")).getFirst();

            assertThat(heap).matches("-Xmx[0-9]+m");
            assertThat(2 * Integer.parseInt(heap.replaceAll("[^0-9]", "")))
                    .as(service.module())
                    .isLessThan(ComposeFile.mebibytes(container));
        }
    }

    @Test
    void passwords_have_no_default() {
        compose.variables().stream()
                .filter(variable -> variable.group(1).endsWith("PASSWORD"))
                .forEach(variable ->
                        assertThat(variable.group(2)).as(variable.group()).isEqualTo("?"));
        EnvExample.all().forEach((name, value) -> {
            if (name.endsWith("PASSWORD")) {
                assertThat(value).as(name).isEqualTo("change-me");
            }
        });
        assertThat(Checkout.text(".gitignore").lines()).contains(".env");
    }

    @Test
    void the_example_settings_are_those_of_the_file() {
        Set<String> wanted = compose.variables().stream()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        compose.names()
                .forEach(name -> compose.environment(name).forEach((variable, value) -> {
                    if (value.isEmpty()) {
                        wanted.add(variable);
                    }
                }));
        wanted.add("COMPOSE_PROJECT_NAME");

        assertThat(EnvExample.all().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** Its dialect and the names of its parts are not addresses, and nothing refers to them. */
    private static JsonNode withoutNames(JsonNode schema) {
        schema.findParents("id").stream()
                .filter(part -> part.path("id").isString())
                .forEach(part -> ((ObjectNode) part).remove("id"));
        ((ObjectNode) schema).remove("$schema");
        return schema;
    }

    private static String password(String role) {
        return "${" + role.toUpperCase(Locale.ROOT) + "_PASSWORD:?see .env.example}";
    }

    private static List<String> services() {
        return Stream.of(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .map(Service::module)
                .toList();
    }

    private List<String> needsOf(String name) {
        return compose.service(name).path("depends_on").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
