package dev.sagamart.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.util.FileSystemUtils;

/** A real database and a real broker, shared by all tests of this JVM. */
public final class TestServers {
    private static final String DATABASE = "orders";
    private static final String NOTED = """
            create table noted (
                id        bigint generated always as identity,
                inbox     text not null,
                note      text not null,
                partition int  not null,
                tx        xid8 not null default pg_current_xact_id(),
                until_commit text unique deferrable initially deferred
            );""";

    public static final PostgresServer POSTGRES;
    public static final KafkaServer KAFKA;

    static {
        Path home = freshHome();
        POSTGRES = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        KAFKA = new KafkaServer(home, Ports.free(), Ports.free(), List.of("-XX:TieredStopAtLevel=1"));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> List.of(KAFKA, POSTGRES).forEach(server -> server.kill())));
        KAFKA.start();
        POSTGRES.start();
        new Databases(POSTGRES).provision();
        migrate();
    }

    private TestServers() {}

    private static Path freshHome() {
        Path home = Path.of("target", "servers");
        try {
            if (Files.isDirectory(home.resolve("pids"))) {
                try (Stream<Path> pids = Files.list(home.resolve("pids"))) {
                    pids.forEach(pid -> new ProcessRecord(pid).clearLeftOver());
                }
            }
            FileSystemUtils.deleteRecursively(home);
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void migrate() {
        String owner = Databases.ownerRole(DATABASE);
        try (Connection connection = DriverManager.getConnection(url(), owner, POSTGRES.password(owner))) {
            for (Resource script : List.of(
                    new ClassPathResource("db/outbox/V0.1__outbox.sql"),
                    new ClassPathResource("db/participant/V0.2__handled_command.sql"),
                    withRole(new ClassPathResource("db/deadletters/V0.5__dead_letter.sql")),
                    new ByteArrayResource(NOTED.getBytes(UTF_8)))) {
                ScriptUtils.executeSqlScript(connection, script);
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As Flyway reads it. */
    private static Resource withRole(Resource script) throws IOException {
        String text = script.getContentAsString(UTF_8).replace("${runtime_role}", user());
        return new ByteArrayResource(text.getBytes(UTF_8));
    }

    public static String url() {
        return POSTGRES.jdbcUrl(DATABASE);
    }

    public static String user() {
        return Databases.runtimeRole(DATABASE);
    }

    public static String password() {
        return POSTGRES.password(user());
    }
}
