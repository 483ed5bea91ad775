package dev.sagamart.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.history.History;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of the oracle holds for a story that adds up, and is found wrong when the story is forged. */
class OracleBitesTest {
    @TempDir
    static Path home;

    static PostgresServer server;
    static Ledgers ledgers;
    static Books books;

    @BeforeAll
    static void a_story_that_adds_up() throws SQLException, IOException {
        server = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        server.start();
        ledgers = new Ledgers(server);
        ledgers.migrate();
        ledgers.tellTheStory();
        books = new Books(ledgers::open);
        books.clear();
        for (String database : List.of("point", "product", "orders", "coupon", "ranking", "charge_log")) {
            books.copy(database);
        }
        books.execute("insert into redis.campaign values (1, 0, 0)");
        books.execute("insert into redis.granted values (1, 'mina', '" + Ledgers.COUPON + "')");
        books.execute("insert into api.popular values (1, 1, 2)");
        try (var history = History.in(home.resolve("history.jsonl"))) {
            Ledgers.write(history);
            books.addHistory(history.file());
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    static List<Query> all() {
        return Stream.of("always.sql", "settled.sql")
                .flatMap(file -> Query.in(file).stream())
                .toList();
    }

    static List<Query> lies() {
        return Stream.of("lies-always.sql", "lies.sql")
                .flatMap(file -> Query.in(file).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_is_wrong_with_the_true_story(Query query) throws Exception {
        assertThat(query.with(ledgers::open).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_forged_story_is_found_out(Query lie) throws SQLException {
        Query query = all().stream()
                .filter(one -> name(one).equals(name(lie)))
                .findFirst()
                .orElseThrow();
        try (Connection connection = ledgers.open(lie.database())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(lie.sql());
            }

            List<String> violations = QueryInvariant.violations(query, connection);

            assertThat(violations).isNotEmpty();
            connection.rollback();
        }
    }

    @Test
    void every_sentence_has_its_lie() {
        Set<String> lies = lies().stream().map(OracleBitesTest::name).collect(Collectors.toSet());

        assertThat(all()).extracting(OracleBitesTest::name).isNotEmpty().isSubsetOf(lies);
    }

    private static String name(Query query) {
        return query.id() + query.database() + query.sentence();
    }
}
