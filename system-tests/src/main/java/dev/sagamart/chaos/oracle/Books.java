package dev.sagamart.chaos.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** One database with the tables of all services, each in the schema of its name, so that they can be compared. */
final class Books {
    static final String NAME = "chaos_books";

    private static final String TABLES = """
            select c.relname, string_agg(quote_ident(a.attname) || ' '
                || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) as columns,
              string_agg(quote_ident(a.attname), ', ' order by a.attnum) as names
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
            group by c.relname""";

    private final Databases databases;

    Books(Databases databases) {
        this.databases = databases;
    }

    /** Begins again with empty books, but for the tables that others than databases fill. */
    void clear() throws SQLException {
        try (Connection cluster = databases.open("postgres")) {
            execute(cluster, "drop database if exists " + NAME + " with (force)");
            execute(cluster, "create database " + NAME);
        }
        execute(Query.text("outside.sql"));
    }

    void execute(String sql) throws SQLException {
        try (Connection books = open()) {
            execute(books, sql);
        }
    }

    Connection open() throws SQLException {
        return databases.open(NAME);
    }

    /** Copies all tables of a service's database, as they are at one moment. */
    void copy(String database) throws SQLException, IOException {
        try (Connection source = databases.open(database);
                Connection books = open()) {
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            source.setAutoCommit(false);
            execute(books, "create schema " + database);
            for (Table table : tables(source)) {
                String copy = database + "." + table.name();
                execute(books, "create table " + copy + " (" + table.columns() + ")");
                pour(source, table.name() + " (" + table.names() + ")", books, copy);
            }
            source.rollback();
        }
    }

    private record Table(String name, String columns, String names) {}

    private static List<Table> tables(Connection source) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var statement = source.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return tables;
    }

    private static void pour(Connection source, String table, Connection books, String copy)
            throws SQLException, IOException {
        try (var sink = new PGCopyOutputStream(books.unwrap(PGConnection.class), "copy " + copy + " from stdin")) {
            source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", sink);
        }
    }

    /** Takes in the lines of a history; to be done after all else. */
    void addHistory(Path file) throws SQLException, IOException {
        try (Connection books = open();
                BufferedReader lines = Files.newBufferedReader(file)) {
            try (var sink =
                    new PGCopyOutputStream(books.unwrap(PGConnection.class), "copy history.line (doc) from stdin")) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    sink.write((line.replace("\\", "\\\\") + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            execute(books, Query.text("history.sql"));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
