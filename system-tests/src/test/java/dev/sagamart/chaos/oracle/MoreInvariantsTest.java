package dev.sagamart.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invariants that are no query: each is seen to hold, and to be found broken. */
class MoreInvariantsTest {
    @TempDir
    static Path home;

    static PostgresServer postgres;
    static RedisServer redis;
    static KafkaServer kafka;
    static Ledgers ledgers;
    static Place scene;

    @BeforeAll
    static void start() throws Exception {
        postgres = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        int redisPort = Ports.free();
        redis = new RedisServer(home, redisPort);
        kafka = new KafkaServer(home, Ports.free(), Ports.free(), List.of());
        postgres.start();
        redis.start();
        kafka.start();
        ledgers = new Ledgers(postgres);
        ledgers.migrate();
        ledgers.tellTheStory();
        scene = new Place(ledgers, redisPort, kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        kafka.stop();
        redis.stop();
        postgres.stop();
    }

    @Test
    void what_has_not_come_to_rest_is_told() throws Exception {
        var quiescence = new Quiescence(scene, Duration.ZERO);
        assertThat(quiescence.violations()).isEmpty();

        ledgers.execute(
                "orders", "update checkout set state = 'COMPENSATING', due_at = now() where state = 'REJECTED'");
        assertThat(quiescence.violations()).singleElement().asString().contains("COMPENSATING");
        ledgers.execute("orders", "update checkout set state = 'REJECTED', due_at = null where due_at is not null");

        ledgers.execute(
                "point",
                "insert into outbox values (gen_random_uuid(), 't', 'k', null, 'point.charged.v1', '', null, null, now())");
        assertThat(quiescence.violations()).singleElement().asString().contains("outbox", "point.charged.v1");
        ledgers.execute("point", "delete from outbox");

        try (var client = new Redis(scene.redis())) {
            client.text("ZADD", "coupon:{1}:pending", "1", "grant");
            client.text("HSET", "idempotency:mina:key", "state", "PROCESSING");
            assertThat(quiescence.violations())
                    .containsExactly("coupon:{1}:pending is not empty", "idempotency:mina:key is PROCESSING");
            client.text("FLUSHALL");
        }

        try (var consumer = reader()) {
            consumer.subscribe(List.of("point.events"));
            send();
            while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                // on its way
            }
            consumer.commitSync();
            assertThat(quiescence.violations()).isEmpty();
            send();
            assertThat(quiescence.violations())
                    .singleElement()
                    .asString()
                    .startsWith("test is at 1 of 2 in point.events-");
        }

        scene.notReady = List.of("order-1");
        assertThat(quiescence.violations()).containsExactly("order-1 is not ready");
        scene.notReady = List.of();
    }

    private static KafkaConsumer<String, String> reader() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest"));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static void send() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("point.events", "mina", "{}")).get();
        }
    }

    @Test
    void a_saga_that_goes_back_or_on_after_its_end_is_told() throws Exception {
        var moves = new SagaMoves(ledgers::open);
        ledgers.execute("orders", "update checkout set updated_at = now()");
        assertThat(moves.violations()).isEmpty();

        ledgers.execute(
                "orders",
                "update checkout set state = 'REJECTED', version = 5 where order_id = '" + Ledgers.ORDER + "'");
        assertThat(moves.violations()).singleElement().asString().contains(Ledgers.ORDER, "COMPLETED", "REJECTED");
        ledgers.execute(
                "orders",
                "update checkout set state = 'COMPLETED', version = 4 where order_id = '" + Ledgers.ORDER + "'");
    }

    @Test
    void an_order_that_is_undecided_for_too_long_is_told_unless_something_is_broken() throws Exception {
        Instant created = Instant.parse("2026-11-22T10:00:00Z");
        ledgers.execute(
                "orders",
                "insert into orders (id, user_id, status, lines, created_at, version) values "
                        + "('00000000-0000-7000-8000-0000000000ff', 'joon', 'PENDING', '[]', '" + created + "', 0)");
        var clock = Clock.fixed(created.plusSeconds(61), java.time.ZoneOffset.UTC);
        Duration limit = Duration.ofMinutes(1);

        assertThat(new SagaAges(ledgers::open, () -> created, limit, clock).violations())
                .singleElement()
                .asString()
                .contains("0000000000ff");
        assertThat(new SagaAges(ledgers::open, () -> null, limit, clock).violations())
                .isEmpty();
        assertThat(new SagaAges(ledgers::open, () -> created.plusSeconds(5), limit, clock).violations())
                .isEmpty();
        ledgers.execute("orders", "delete from orders where status = 'PENDING'");
    }

    @Test
    void what_a_cold_restart_has_changed_is_told() throws Exception {
        var books = new Books(ledgers::open);
        copy(books);
        Digest before = Digest.of(books);
        copy(books);
        assertThat(before.violations()).isEmpty();

        books.execute("delete from coupon.issuance");

        assertThat(before.violations()).singleElement().asString().startsWith("coupon.issuance was 1 rows");
    }

    private static void copy(Books books) throws Exception {
        books.clear();
        for (String database : List.of("point", "product", "orders", "coupon", "ranking", "charge_log")) {
            books.copy(database);
        }
    }

    @Test
    void what_must_not_be_in_a_log_is_told(@TempDir Path logs) throws IOException {
        Files.writeString(logs.resolve("order-1.log"), "2026-11-22T10:00:00Z  INFO all is well\n");
        assertThat(new LogSearch(logs).violations()).isEmpty();

        Files.writeString(logs.resolve("point-1.log"), """
                Exception in thread "main" java.lang.OutOfMemoryError: heap
                Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtaW5hIn0.c2lnbmF0dXJlLWlzLWhlcmU
                """);

        assertThat(new LogSearch(logs).violations())
                .containsExactly(
                        "point-1.log: a thread that died on 1 lines",
                        "point-1.log: a token on 1 lines",
                        "point-1.log: out of memory on 1 lines");
    }

    @Test
    void an_answer_that_is_kept_for_ever_and_a_forgotten_transaction_are_told() throws Exception {
        var resources = new Resources(scene);
        resources.remember();
        assertThat(resources.violations()).isEmpty();

        try (var client = new Redis(scene.redis())) {
            client.text("HSET", "idempotency:joon:key", "state", "COMPLETED");
            assertThat(resources.violations()).containsExactly("idempotency:joon:key never ends");
            client.text("FLUSHALL");
        }
    }

    @Test
    void a_look_that_finds_something_is_remembered_when_all_is_well_again() throws Exception {
        try (var watch = new Watch(List.of(new SagaMoves(ledgers::open), flickering()))) {
            watch.look();
            watch.look();

            assertThat(watch.looks()).isEqualTo(4);
            assertThat(watch.isAllWell()).isFalse();
            assertThat(watch.findings()).extracting(Finding::holds).containsExactly(true, false);
        }
    }

    private static Invariant flickering() {
        return new Invariant() {
            private boolean seen;

            @Override
            public String id() {
                return "I0";
            }

            @Override
            public String sentence() {
                return "It is on.";
            }

            @Override
            public List<String> violations() {
                List<String> violations = seen ? List.of() : List.of("it was off");
                seen = true;
                return violations;
            }
        };
    }
}
