package dev.sagamart.loadtests.filling;

import dev.sagamart.local.infrastructure.PostgresCluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Writes into the empty databases of a running suite, all at the same time. */
public final class Filling {
    private static final long AT_ONCE = 500_000;

    private final PostgresCluster postgres;
    private final Volume volume;

    public Filling(PostgresCluster postgres, Volume volume) {
        this.postgres = postgres;
        this.volume = volume;
    }

    public void run() throws SQLException, InterruptedException {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Part.of(volume).stream()
                    .collect(Collectors.groupingBy(Part::database))
                    .forEach((database, parts) -> all.add(threads.submit(() -> fill(database, parts))));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the databases cannot be filled", failure.getCause());
        }
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** The rows are right as they are made, so that foreign keys need not be looked up. */
    private Void fill(String database, List<Part> parts) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute(Vocabulary.of(volume));
            for (Part part : parts) {
                fill(connection, part);
            }
            for (String table : tables(parts)) {
                statement.execute("vacuum analyze " + table);
                System.err.println("Analyzed " + database + "." + table);
            }
        }
        return null;
    }

    private static void fill(Connection connection, Part part) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(part.insert())) {
            for (long first = part.from(); first < part.to(); first += AT_ONCE) {
                long end = Math.min(first + AT_ONCE, part.to());
                insert.setLong(1, first);
                insert.setLong(2, end - 1);
                insert.executeUpdate();
                System.err.printf(
                        "Filled %s.%s with %,d of %,d%n",
                        part.database(), part.table(), end - part.from(), part.rows());
            }
        }
    }

    private static Iterable<String> tables(List<Part> parts) {
        return parts.stream().map(Part::table).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
