package dev.sagamart.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    static Path home;

    static PostgresServer server;
    static Databases databases;

    @BeforeAll
    static void start_with_all_databases() {
        server = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        server.start();
        databases = new Databases(server);
        databases.provision();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void the_runtime_role_reads_and_writes_what_the_owner_defines_but_defines_nothing() throws SQLException {
        execute("point", "point_owner", "CREATE TABLE wallet (id bigint GENERATED ALWAYS AS IDENTITY, name text)");

        execute("point", "point", "INSERT INTO wallet (name) VALUES ('a')");
        execute("point", "point", "UPDATE wallet SET name = 'b'");

        assertRefused("point", "point", "CREATE TABLE other (id int)");
        assertRefused("point", "point", "CREATE SCHEMA other");
        assertRefused("point", "point", "ALTER TABLE wallet ADD COLUMN more int");
        assertRefused("point", "point", "TRUNCATE wallet");
        assertRefused("point", "point", "CREATE TEMPORARY TABLE scratch (id int)");
    }

    @Test
    void no_role_gets_into_a_database_that_is_not_its_own() {
        for (String database : Databases.names()) {
            String other = database.equals("point") ? "orders" : "point";

            assertThatThrownBy(() -> connect(database, Databases.runtimeRole(other)))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> connect(database, Databases.ownerRole(other)))
                    .hasMessageContaining("permission denied for database");
        }
        assertThatThrownBy(() -> connect("postgres", "point")).hasMessageContaining("permission denied for database");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("point"), "point", "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void provisioning_may_be_repeated() {
        assertThatCode(databases::provision).doesNotThrowAnyException();
    }

    @Test
    void what_was_committed_survives_a_kill() throws SQLException {
        execute("ranking", "ranking_owner", "CREATE TABLE sale (id int)");
        execute("ranking", "ranking", "INSERT INTO sale VALUES (7)");

        server.kill();
        assertThat(server.isRunning()).isFalse();
        assertThat(server.answers()).isFalse();
        server.start();

        try (Connection connection = connect("ranking", "ranking");
                var rows = connection.createStatement().executeQuery("SELECT id FROM sale")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    private static void assertRefused(String database, String role, String sql) {
        assertThatThrownBy(() -> execute(database, role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    private static void execute(String database, String role, String sql) throws SQLException {
        try (Connection connection = connect(database, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, databases.password(role));
    }
}
