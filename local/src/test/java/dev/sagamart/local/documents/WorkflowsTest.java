package dev.sagamart.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.compose.Checkout;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The robots' instructions cannot be tried here; that they can be read, and ask for what there is, can. */
class WorkflowsTest {
    private static final Pattern PROFILE = Pattern.compile(" -P([a-z-]+)");
    private static final Pattern MODULES = Pattern.compile(" -pl (\\S+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(\\S+)(?: ([a-z-]+))?");

    private final List<String> workflows = Checkout.files(".github/workflows", ".yml");

    @Test
    void every_job_may_only_read_and_ends_some_time() {
        for (String workflow : workflows) {
            JsonNode root = Checkout.yaml(workflow);

            assertThat(root.at("/permissions/contents").asString(""))
                    .as(workflow)
                    .isEqualTo("read");
            assertThat(root.path("permissions").size()).as(workflow).isEqualTo(1);
            assertThat(root.path("jobs").valueStream())
                    .as(workflow)
                    .isNotEmpty()
                    .allSatisfy(job -> {
                        assertThat(job.path("runs-on").asString("")).startsWith("ubuntu-");
                        assertThat(job.path("timeout-minutes").asInt(0)).isPositive();
                        assertThat(job.has("permissions")).isFalse();
                    });
        }
    }

    @Test
    void actions_have_a_major_version() {
        assertThat(steps().map(step -> step.path("uses").asString("")).filter(action -> !action.isEmpty()))
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@v[0-9]+"));
    }

    @Test
    void commands_are_those_that_exist() {
        String runner = Checkout.text("run");
        String build = Checkout.text("pom.xml");
        for (String script : scripts().toList()) {
            COMMAND.matcher(script)
                    .results()
                    .forEach(command -> assertThat(command.group(1))
                            .as(script)
                            .satisfiesAnyOf(
                                    word -> assertThat(word).isEqualTo("mvn"),
                                    word -> assertThat(Files.isExecutable(Checkout.path(word)))
                                            .isTrue()));
            subcommands(script)
                    .forEach(word -> assertThat(runner).as(script).containsPattern("(?m)^ .*\\b" + word + "\\b.*\\)"));
            groups(PROFILE, script)
                    .forEach(profile -> assertThat(build).as(script).contains("<id>" + profile + "</id>"));
            groups(MODULES, script)
                    .flatMap(modules -> Stream.of(modules.split(",")))
                    .forEach(module -> assertThat(build).as(script).contains("<module>" + module + "</module>"));
        }
        assertThat(scripts()).anyMatch(script -> script.startsWith("./run chaos"));
    }

    @Test
    void what_keeps_versions_fresh_looks_where_versions_are() {
        Checkout.yaml(".github/dependabot.yml").path("updates").forEach(update -> {
            String folder = update.path("directory").asString("").substring(1);
            String file = switch (update.path("package-ecosystem").asString("")) {
                case "maven" -> "pom.xml";
                case "docker" -> "Dockerfile";
                case "docker-compose" -> "docker-compose.yml";
                case "github-actions" -> ".github/workflows";
                case "devcontainers" -> ".devcontainer/devcontainer.json";
                default -> "nothing that we know of";
            };
            assertThat(Files.exists(Checkout.path(folder).resolve(file)))
                    .as(update.toString())
                    .isTrue();
        });
    }

    @Test
    void the_development_container_has_the_java_of_the_build() {
        JsonNode container = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build()
                .readTree(Checkout.text(".devcontainer/devcontainer.json"));
        JsonNode java = container.path("features").path("ghcr.io/devcontainers/features/java:1");

        assertThat(Checkout.text("pom.xml"))
                .contains("<java.version>" + java.path("version").asString("") + "</java.version>");
        assertThat(java.path("installMaven").asBoolean(false)).isTrue();
    }

    private Stream<JsonNode> steps() {
        return workflows.stream()
                .map(Checkout::yaml)
                .flatMap(root -> root.path("jobs").valueStream())
                .flatMap(job -> job.path("steps").valueStream());
    }

    private Stream<String> scripts() {
        return steps().map(step -> step.path("run").asString("")).filter(script -> !script.isEmpty());
    }

    private static Stream<String> subcommands(String script) {
        return COMMAND.matcher(script)
                .results()
                .filter(command -> command.group(1).equals("./run") && command.group(2) != null)
                .map(command -> command.group(2));
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
