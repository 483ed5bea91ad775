package dev.sagamart.loadtests.filling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.audit.Audit;
import dev.sagamart.local.audit.AuditProgress;
import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the databases as the services' own migrations make them. */
class FillingTest {
    private static final List<Path> LIBRARIES = Stream.of("outbox", "participant")
            .map(name -> Path.of("../libs/messaging/src/main/resources/db", name))
            .toList();

    @TempDir
    Path home;

    private PostgresServer postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        postgres.start();
        new Databases(postgres).provision();
        for (Service service : Service.values()) {
            if (service.database() != null) {
                migrate(service);
            }
        }
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void the_books_of_a_filled_suite_agree() throws Exception {
        new Filling(postgres, new Volume(2_000, Instant.now())).run();

        AuditReport books = new Audit(postgres::connect, Clock.systemUTC()).run(AuditProgress.SILENT);

        assertThat(books.differing()).isEmpty();
        assertThat(number("orders", "select count(*) from orders")).isEqualTo(2_000);
        assertThat(number("point", "select count(*) from ledger")).isEqualTo(2_200);
        assertThat(number("charge_log", "select count(*) from charge")).isEqualTo(200);
    }

    @Test
    void sales_of_the_last_months_are_those_of_the_orders() throws Exception {
        Instant now = Instant.now();
        Volume volume = new Volume(2_000, now);

        new Filling(postgres, volume).run();

        assertThat(number("ranking", "select sum(quantity) from product_sales_hourly"))
                .isEqualTo(volume.orders() - volume.firstRanked());
    }

    @Test
    void a_new_product_gets_the_next_number() throws Exception {
        new Filling(postgres, new Volume(1_000, Instant.now())).run();

        String next = "insert into product (name, price, version, initial_stock, restocked, sold, stock)"
                + " values ('New', 1, 1, 0, 0, 0, 0) returning id";

        assertThat(number("product", next)).isEqualTo(11);
    }

    private void migrate(Service service) throws IOException, SQLException {
        for (Path library : LIBRARIES) {
            migrate(service, library);
        }
        migrate(service, Path.of("..", service.module(), "src/main/resources/db/migration"));
    }

    private void migrate(Service service, Path folder) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(folder);
                Connection connection = postgres.connect(service.database());
                Statement statement = connection.createStatement()) {
            for (Path file : files.sorted().toList()) {
                statement.execute(Files.readString(file).replace("${runtime_role}", service.database()));
            }
        }
    }

    private long number(String database, String query) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
