package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final String OVERLAY = "/k8s/overlays/prod/";

    private final Map<String, String> teams = Repository.read(Repository.ROOT.resolve("CODEOWNERS"))
            .lines()
            .filter(line -> line.startsWith("/"))
            .map(line -> line.split(" +"))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));

    @Test
    void what_a_service_gets_in_a_cluster_belongs_to_its_team() {
        for (String service : Services.BEHIND_GATEWAY) {
            assertThat(Stream.of(
                            "/k8s/base/" + service + "/",
                            OVERLAY + "databases/" + service + ".yaml",
                            OVERLAY + "kafka/users/" + service + ".yaml"))
                    .allMatch(path ->
                            Repository.ROOT.resolve(path.substring(1)).toFile().exists())
                    .allSatisfy(path -> assertThat(teams).containsEntry(path, teams.get("/" + service + "/")));
        }
        assertThat(teams).containsEntry("/k8s/base/gateway/", teams.get("/gateway/"));
    }
}
