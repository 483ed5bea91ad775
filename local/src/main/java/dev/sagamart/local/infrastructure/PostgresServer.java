package dev.sagamart.local.infrastructure;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL 18 with persistent data, bound to loopback, with a password for everybody; runs as root, too. */
public final class PostgresServer extends ProcessServer implements PostgresCluster {
    private static final String SUPERUSER = "postgres";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Path home;
    private final int port;
    private final Durability durability;
    private final Secrets secrets;

    /** What a crash of the machine may cost; a killed process never loses an acknowledged commit. */
    public enum Durability {
        DURABLE,
        /** Quicker, for tests only. */
        UNTIL_POWER_LOSS
    }

    /** @param home data, logs, pid record and secret are kept below this folder */
    public PostgresServer(Path home, int port, Durability durability) {
        super(LIMIT, STOP_LIMIT);
        this.home = home.toAbsolutePath();
        this.port = port;
        this.durability = durability;
        this.secrets = Secrets.in(home);
    }

    @Override
    protected Launch launch() {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        return new Launch("postgres", command(), environment(), home);
    }

    @Override
    protected void terminate(ChildProcess running, Duration limit) {
        run(List.of("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "30"));
        running.awaitEnd(limit);
    }

    public int port() {
        return port;
    }

    @Override
    public String password(String role) {
        return secrets.password(role);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, secrets.password(SUPERUSER));
    }

    @Override
    public boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void initialise() {
        Path password = home.resolve("initial-password");
        try {
            Files.createDirectories(data().getParent());
            Secrets.writePrivately(
                    password, secrets.password(SUPERUSER).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var command = new ArrayList<>(List.of("initdb", "-D", data().toString(), "-U", SUPERUSER, "-E", "UTF8"));
            command.addAll(List.of("--locale=C", "-A", "scram-sha-256", "--pwfile=" + password));
            if (durability == Durability.UNTIL_POWER_LOSS) {
                command.add("--no-sync");
            }
            run(command);
            Files.delete(password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(program("postgres"));
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private Map<String, String> settings() {
        String fsync = durability == Durability.DURABLE ? "on" : "off";
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "300",
                "shared_buffers", "128MB",
                "synchronous_commit", "on",
                "fsync", fsync,
                "full_page_writes", fsync,
                "timezone", "UTC",
                "log_timezone", "UTC");
    }

    private void run(List<String> arguments) {
        List<String> command = new ArrayList<>(program(arguments.getFirst()));
        command.addAll(arguments.subList(1, arguments.size()));
        var tool = new Launch("postgres-" + arguments.getFirst(), command, environment(), home);
        int exit = ChildProcess.start(tool).awaitExit(LIMIT);
        if (exit != 0) {
            throw StartFailed.of(tool.name(), "failed with exit code " + exit, tool.log());
        }
    }

    /** PostgreSQL refuses to run as root, but inside a user namespace it does not see that it is root. */
    private static List<String> program(String name) {
        String path = Binaries.postgres().resolve("bin").resolve(name).toString();
        return LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U", path) : List.of(path);
    }

    private static Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }

    private Path data() {
        return home.resolve("postgres");
    }
}
