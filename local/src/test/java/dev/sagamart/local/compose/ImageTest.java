package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.ServiceJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageTest {
    private final String dockerfile = Checkout.text("Dockerfile")
            .replace("\\\n", " ")
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceAll(" +", " "))
            .reduce("", (all, line) -> all + line + "\n");

    @Test
    void a_service_has_the_flags_that_it_has_outside_of_containers_but_for_its_heap() {
        List<String> ours = Checkout.text("local/compose/image/jvm.options")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> theirs = new ArrayList<>(ServiceJvm.command());
        theirs.removeFirst();

        assertThat(theirs.removeFirst()).startsWith("-Xmx");
        assertThat(ours.subList(0, 2)).containsExactly("-XX:MaxRAMPercentage=70", "-Xms32m");
        assertThat(ours.subList(2, ours.size())).isEqualTo(theirs);
    }

    @Test
    void the_cache_is_trained_with_the_flags_with_which_it_is_used() {
        assertThat(dockerfile)
                .contains("RUN [\"java\", \"@jvm.options\", \"-XX:AOTCacheOutput=application.aot\"")
                .contains("ENTRYPOINT [\"java\", \"@jvm.options\", \"-XX:AOTCache=application.aot\"]")
                .contains("CMD [\"-jar\", \"application.jar\"]");
    }

    @Test
    void the_machine_that_makes_the_cache_may_be_larger_than_the_one_that_uses_it() {
        assertThat(instructions("RUN").filter(run -> run.contains("AOTCacheOutput")))
                .singleElement()
                .asString()
                .contains("\"-Xmx256m\"");
    }

    @Test
    void training_asks_no_server() {
        assertThat(instructions("RUN")
                        .filter(run -> run.contains("AOTCacheOutput"))
                        .toList())
                .singleElement()
                .asString()
                .contains("-Dspring.context.exit=onRefresh")
                .contains("-Dspring.flyway.enabled=false");
    }

    @Test
    void no_instruction_needs_a_shell() {
        assertThat(Stream.of("RUN", "CMD", "ENTRYPOINT").flatMap(this::instructions))
                .isNotEmpty()
                .allMatch(instruction -> instruction.matches("(RUN|CMD|ENTRYPOINT) \\[.*]"));
        assertThat(instructions("HEALTHCHECK").toList())
                .singleElement()
                .asString()
                .matches("HEALTHCHECK .* CMD \\[\"java\", .*\"Probe\"]");
    }

    @Test
    void it_runs_as_nobody_in_particular() {
        assertThat(last("USER")).isEqualTo("USER 10001:10001");
    }

    @Test
    void its_ports_are_those_on_which_it_listens() {
        assertThat(last("EXPOSE")).isEqualTo("EXPOSE 8080 8081");
        assertThat(last("ENV"))
                .contains("SERVER_PORT=8080")
                .contains("MANAGEMENT_SERVER_PORT=8081")
                .contains(" SERVER_ADDRESS=0.0.0.0")
                .contains("MANAGEMENT_SERVER_ADDRESS=0.0.0.0");
    }

    @Test
    void it_is_labelled_with_what_it_is() {
        assertThat(last("LABEL")).contains("title=", "description=", "version=", "revision=");
    }

    @Test
    void images_are_made_from_the_jars_and_little_else() {
        List<String> lines = Checkout.text(".dockerignore")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> expected = new ArrayList<>(List.of("*", "!local/compose/image/"));
        for (Service service : Service.values()) {
            expected.add(
                    "!%1$s/target/%1$s.jar".formatted(service.module())); // classic builders miss what a star names
        }

        assertThat(lines).first().isEqualTo("*");
        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(instructions("COPY").filter(copy -> !copy.contains("--from")))
                .containsExactly(
                        "COPY local/compose/image/Probe.java ./",
                        "COPY ${SERVICE}/target/${SERVICE}.jar application.jar",
                        "COPY local/compose/image/jvm.options ./");
    }

    @Test
    void every_service_gets_a_bill_of_materials() {
        for (Service service : Service.values()) {
            assertThat(Checkout.text(service.module() + "/pom.xml"))
                    .as(service.module())
                    .contains("<artifactId>cyclonedx-maven-plugin</artifactId>");
        }
        assertThat(Checkout.text("pom.xml")).contains("<cyclonedx-maven-plugin.version>");
    }

    private Stream<String> instructions(String kind) {
        return dockerfile.lines().filter(line -> line.startsWith(kind + " "));
    }

    private String last(String kind) {
        return instructions(kind).reduce((first, second) -> second).orElseThrow();
    }
}
