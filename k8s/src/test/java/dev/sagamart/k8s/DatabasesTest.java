package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.suite.Service;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Databases and roles are those of the suite. */
class DatabasesTest {
    @Test
    void production_has_a_cluster_for_each_service_with_its_database_and_two_roles() {
        List<Service> owners =
                Stream.of(Service.values()).filter(it -> it.database() != null).toList();
        assertThat(Overlay.PROD.manifests("Cluster")).hasSize(owners.size());
        for (Service service : owners) {
            String database = Objects.requireNonNull(service.database());
            Manifest cluster = Overlay.PROD
                    .manifests("Cluster")
                    .filter(it -> it.name().equals(service.module() + "-database"))
                    .findFirst()
                    .orElseThrow();
            assertThat(at(cluster, "spec", "bootstrap", "initdb"))
                    .containsEntry("database", database)
                    .containsEntry("owner", Databases.ownerRole(database));
            var roles = (List<?>) at(cluster, "spec", "managed").get("roles");
            assertThat(roles)
                    .singleElement()
                    .isEqualTo(Map.of(
                            "name",
                            Databases.runtimeRole(database),
                            "ensure",
                            "present",
                            "login",
                            true,
                            "passwordSecret",
                            Map.of("name", service.module() + "-database-runtime")));
            assertThat(Overlay.PROD.manifests("ExternalSecret"))
                    .anyMatch(secret -> secret.name().equals(service.module() + "-database-runtime"));
        }
    }

    @Test
    void development_makes_the_same_databases() {
        ConfigMap script = Overlay.DEV.all("ConfigMap", ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey("databases.sh"))
                .findFirst()
                .orElseThrow();

        assertThat(script.getData().get("databases.sh"))
                .contains("for name in " + String.join(" ", Databases.names()) + ";");
    }

    /** The statements themselves are those of {@code ./run}: compare {@code Databases} when one of them changes. */
    @Test
    void the_roles_get_what_they_get_on_a_developers_machine() {
        String here = Repository.read(
                Repository.ROOT.resolve("local/src/main/java/dev/sagamart/local/infrastructure/Databases.java"));
        String there = Repository.read(Repository.K8S.resolve("database-roles/roles.sql"));

        for (String statement : List.of(
                "REVOKE ALL ON DATABASE ",
                "GRANT CONNECT ON DATABASE ",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT CREATE, USAGE ON SCHEMA public TO ",
                "GRANT USAGE ON SCHEMA public TO ",
                "ALTER DEFAULT PRIVILEGES FOR ROLE ",
                "SELECT, INSERT, UPDATE, DELETE ON TABLES TO ",
                "USAGE ON SEQUENCES TO ",
                "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS",
                "statement_timeout",
                "idle_in_transaction_session_timeout")) {
            assertThat(here).contains(statement);
            assertThat(there).contains(statement);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Manifest manifest, String... path) {
        Map<String, Object> tree = manifest.tree();
        for (String key : path) {
            tree = (Map<String, Object>) tree.get(key);
        }
        return tree;
    }
}
