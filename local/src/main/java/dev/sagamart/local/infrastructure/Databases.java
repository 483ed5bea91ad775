package dev.sagamart.local.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The databases of the services: each has an owner role for its migrations and a runtime role that may read and write
 * but define nothing; no role gets into another service's database.
 */
public final class Databases {
    private static final List<String> NAMES = List.of("point", "product", "orders", "coupon", "ranking", "charge_log");

    private final PostgresCluster server;

    public Databases(PostgresCluster server) {
        this.server = server;
    }

    public static List<String> names() {
        return NAMES;
    }

    /** Runs migrations; has everything in its own database. */
    public static String ownerRole(String database) {
        return database + "_owner";
    }

    /** The role of the running service. */
    public static String runtimeRole(String database) {
        return database;
    }

    public String password(String role) {
        return server.password(role);
    }

    /** Creates what is missing; may be repeated. */
    public void provision() {
        try (Connection cluster = server.connect("postgres")) {
            execute(cluster, "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            execute(cluster, "REVOKE ALL ON DATABASE template1 FROM PUBLIC");
            for (String database : NAMES) {
                provisionRoles(cluster, database);
                provisionDatabase(cluster, database);
            }
        } catch (SQLException failure) {
            throw new StartFailed("the databases cannot be prepared: " + failure.getMessage(), failure);
        }
    }

    private void provisionRoles(Connection cluster, String database) throws SQLException {
        for (String role : List.of(ownerRole(database), runtimeRole(database))) {
            String verb = exists(cluster, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
            execute(
                    cluster,
                    verb + " ROLE " + role
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
                            + password(role) + "'");
        }
        execute(cluster, "ALTER ROLE " + runtimeRole(database) + " SET statement_timeout = '30s'");
        execute(cluster, "ALTER ROLE " + runtimeRole(database) + " SET idle_in_transaction_session_timeout = '60s'");
    }

    private void provisionDatabase(Connection cluster, String database) throws SQLException {
        String owner = ownerRole(database);
        String runtime = runtimeRole(database);
        if (!exists(cluster, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute(cluster, "CREATE DATABASE " + database + " OWNER " + owner);
        }
        execute(cluster, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        execute(cluster, "GRANT CONNECT ON DATABASE " + database + " TO " + owner + ", " + runtime);
        try (Connection inside = server.connect(database)) {
            execute(inside, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            execute(inside, "GRANT CREATE, USAGE ON SCHEMA public TO " + owner);
            execute(inside, "GRANT USAGE ON SCHEMA public TO " + runtime);
            String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public GRANT ";
            execute(inside, defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + runtime);
            execute(inside, defaults + "USAGE ON SEQUENCES TO " + runtime);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
