package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.infrastructure.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesScriptTest {
    private static final String SCRIPT = "local/compose/postgres/databases.sh";

    /** Writes down what it is told, each statement with the database in front. */
    private static final String PSQL = """
            while [ "$1" != --dbname ]; do shift; done
            while read -r line; do echo "$2: ${line%;}" >>"$(dirname "$0")/statements"; done
            """;

    @TempDir
    Path folder;

    @Test
    void the_script_makes_the_databases_and_roles_that_the_suite_makes() throws Exception {
        var cluster = new RecordedCluster();
        new Databases(cluster).provision();

        assertThat(run(passwords())).isZero();

        assertThat(statements()).containsExactlyElementsOf(cluster.statements());
    }

    @Test
    void a_password_that_would_break_out_of_the_statement_is_refused() throws Exception {
        Map<String, String> passwords = passwords();
        passwords.put("COUPON_PASSWORD", "x' SUPERUSER --");

        assertThat(run(passwords)).isNotZero();

        assertThat(statements()).noneMatch(statement -> statement.contains("SUPERUSER --"));
    }

    @Test
    void the_container_is_given_the_passwords_of_all_roles_and_runs_the_script() {
        var postgres = new ComposeFile().service("postgres");

        assertThat(new ComposeFile().environment("postgres"))
                .containsKeys(passwords().keySet().stream()
                        .filter(name -> name.endsWith("_PASSWORD"))
                        .toArray(String[]::new));
        assertThat(postgres.path("volumes").toString())
                .contains("./" + SCRIPT + ":/docker-entrypoint-initdb.d/databases.sh:ro")
                .contains("postgres:/var/lib/postgresql\"");
        assertThat(Files.isExecutable(Checkout.path(SCRIPT))).isTrue();
    }

    private int run(Map<String, String> environment) throws Exception {
        Program.standIn(folder, "psql", PSQL);
        return Program.run(folder, environment, SCRIPT);
    }

    private List<String> statements() throws Exception {
        return Files.readAllLines(folder.resolve("statements"));
    }

    private static Map<String, String> passwords() {
        Map<String, String> environment = new HashMap<>(Map.of("POSTGRES_USER", "postgres"));
        for (String database : Databases.names()) {
            for (String role : List.of(Databases.ownerRole(database), Databases.runtimeRole(database))) {
                environment.put(role.toUpperCase(Locale.ROOT) + "_PASSWORD", RecordedCluster.passwordOf(role));
            }
        }
        return environment;
    }
}
