package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** A PostgreSQL that crashes, loses sessions, or does not let go of a lock. */
final class PostgresHarm {
    private static final Set<String> POSTGRES = Set.of("postgres");
    private static final List<String> DATABASES = List.of("orders", "point", "product", "coupon");

    private PostgresHarm() {}

    /** The whole server dies and finds its data as it left them. */
    static Aim crash(Cluster cluster, RandomGenerator random) {
        Duration dead = Chance.upTo(Duration.ofSeconds(5), random);
        return new Aim("postgres killed for " + Chance.say(dead), POSTGRES, () -> {
            LogMark log = log(cluster);
            cluster.kill("postgres");
            return Blow.of(
                    dead,
                    () -> cluster.start("postgres"),
                    () -> new Proof("recoveries from a crash", log.count("was not properly shut down")));
        });
    }

    /** The sessions of one service end in the middle of whatever they do. */
    static Aim sessionsEnded(Cluster cluster, RandomGenerator random) {
        String database = Chance.oneOf(DATABASES, random);
        return new Aim("sessions of " + database, POSTGRES, () -> Blow.done(ended(cluster, database)));
    }

    private static Proof ended(Cluster cluster, String database) {
        String sql = "with victims as materialized (select pid from pg_stat_activity where datname = '" + database
                + "' and pid <> pg_backend_pid()) select count(*) from victims where pg_terminate_backend(pid)";
        try (Connection connection = cluster.database("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return new Proof("sessions ended", rows.getLong(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The death of one process of PostgreSQL makes it end all the others. */
    static Aim backendKilled(Cluster cluster, RandomGenerator random) {
        String database = Chance.oneOf(DATABASES, random);
        return new Aim("a backend of " + database, POSTGRES, () -> {
            LogMark log = log(cluster);
            long pid = query(cluster, "select pid from pg_stat_activity where datname = '" + database + "' limit 1");
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            return Blow.of(
                    Duration.ofSeconds(1),
                    () -> awaitAnswer(cluster),
                    () -> new Proof("processes that were killed", log.count("was terminated by signal 9")));
        });
    }

    private static void awaitAnswer(Cluster cluster) {
        if (!cluster.isRunning("postgres")
                || !Waiting.until(Duration.ofSeconds(30), () -> cluster.isReady("postgres"))) {
            cluster.start("postgres");
        }
    }

    /** Somebody holds a table that everybody writes, for longer than the services are willing to wait. */
    static Aim lockedTable(Cluster cluster, RandomGenerator random) {
        String database = Chance.oneOf(DATABASES, random);
        String table = database.equals("orders") ? "checkout" : "handled_command";
        return new Aim(database + "." + table + " for 8 s", POSTGRES, () -> {
            var waiting = new AtomicLong();
            Connection holder = lock(cluster, database, table);
            return Blow.feltByOthers(
                    Duration.ofSeconds(8),
                    () -> release(holder),
                    () -> new Proof(
                            "sessions that waited",
                            waiting.updateAndGet(most -> Math.max(most, waiting(cluster, database)))));
        });
    }

    private static Connection lock(Cluster cluster, String database, String table) {
        try {
            Connection connection = cluster.database(database);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '10s'");
                statement.execute("lock table " + table + " in share row exclusive mode");
            }
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void release(Connection holder) {
        try (holder) {
            holder.rollback();
        } catch (SQLException gone) {
            // and the lock with it
        }
    }

    private static long waiting(Cluster cluster, String database) {
        return query(
                cluster,
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = '" + database
                        + "'");
    }

    private static long query(Cluster cluster, String sql) {
        try (Connection connection = cluster.database("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static LogMark log(Cluster cluster) {
        return LogMark.endOf(cluster.logs().resolve("postgres.log"));
    }
}
