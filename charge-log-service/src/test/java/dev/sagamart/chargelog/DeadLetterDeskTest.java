package dev.sagamart.chargelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsCharged;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest(database = "charge_log")
class DeadLetterDeskTest {
    private static final String DESK = "/v1/dead-letters/" + Topics.POINT_EVENTS;
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Publisher publisher;

    @Autowired
    MessageCodec codec;

    private final String user = "user-" + UUID.randomUUID();

    /** A charge that could not be logged, for a reason that is gone. @return the letter's id */
    private String letter(@Nullable String spoiled) {
        var charged = new PointsCharged(Uuid7.next(), user, 100, 350, Instant.parse("2026-11-22T13:40:43.120Z"));
        var message = codec.encode(codec.envelope(Outgoing.of(Topics.POINT_EVENTS, user, charged)));
        byte[] value = spoiled == null ? message.value() : spoiled.getBytes(UTF_8);
        var letter = new ProducerRecord<>(
                Topics.deadLetter(Topics.POINT_EVENTS), (Integer) 2, user, value, message.headers());
        letter.headers().add("dlt-reason", "IllegalStateException: not today".getBytes(UTF_8));
        publisher.await(publisher.send(letter));
        return find(user).path("id").asString();
    }

    private JsonNode find(String key) {
        String cursor = "";
        while (true) {
            JsonNode page = json(get(DESK + "?limit=100" + cursor), 200);
            for (JsonNode item : page.path("items")) {
                if (item.path("key").asString("").equals(key)) {
                    return item;
                }
            }
            assertThat(page.path("nextCursor").isNull())
                    .as("a letter of " + key)
                    .isFalse();
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private ResponseSpec get(String path) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.admin("kim")))
                .exchange();
    }

    private ResponseSpec post(String path, String key, String body) {
        return client.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.admin("kim")))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec post(String path, String body) {
        return post(path, Uuid7.next().toString(), body);
    }

    private static JsonNode json(ResponseSpec answer, int status) {
        return JSON.readTree(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String replay(String id, boolean dryRun) {
        return "{\"ids\":[\"%s\"],\"dryRun\":%s,\"reason\":\"고쳤다\"}".formatted(id, dryRun);
    }

    private int logged() {
        return jdbc.queryForObject("select count(*) from charge where user_id = ?", Integer.class, user);
    }

    @Test
    void an_operator_looks_tries_and_replays_and_the_charge_is_logged_once() {
        String id = letter(null);
        String key = Uuid7.next().toString();

        JsonNode tried = json(post(DESK + "/replays", replay(id, true)), 200);
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(tried.at("/items/0/possible").asBoolean()).isTrue();
        assertThat(find(user).path("state").asString()).isEqualTo("OPEN");
        JsonNode done = json(post(DESK + "/replays", key, replay(id, false)), 200);
        assertThat(json(post(DESK + "/replays", key, replay(id, false)), 200)).isEqualTo(done);
        JsonNode refused = json(post(DESK + "/replays", replay(id, false)), 409);

        await().until(() -> logged() == 1);
        assertThat(refused.path("code").asString()).isEqualTo("DEAD_LETTER_REFUSED");
        assertThat(refused.at("/refusals/0/obstacle").asString()).isEqualTo("ALREADY_REPLAYED");
        assertThat(refused.at("/refusals/0/id").asString()).isEqualTo(id);
        JsonNode shown = json(get(DESK + "/" + id), 200);
        assertThat(shown.at("/letter/state").asString()).isEqualTo("REPLAYED");
        assertThat(shown.at("/letter/reason").asString()).isEqualTo("IllegalStateException: not today");
        assertThat(shown.at("/decision/by").asString()).isEqualTo("kim");
        assertThat(shown.at("/decision/reason").asString()).isEqualTo("고쳤다");
        assertThat(shown.at("/payload/encoding").asString()).isEqualTo("TEXT");
        assertThat(shown.at("/payload/content").asString()).contains(user);
        assertThat(shown.path("headers").findValuesAsString("name")).contains("ce_id", "ce_time", "dlt-reason");
    }

    @Test
    void what_cannot_be_read_is_not_replayed_but_discarded_with_a_reason() {
        String id = letter("\ud83d\ude00 no JSON " + "x".repeat(20_000));

        JsonNode tried = json(post(DESK + "/replays", replay(id, true)), 200);
        assertThat(tried.at("/items/0/possible").asBoolean()).isFalse();
        assertThat(tried.at("/items/0/obstacle").asString()).isEqualTo("UNREADABLE");
        assertThat(tried.at("/items/0/detail").asString()).contains("Invalid UTF-8");
        json(post(DESK + "/replays", replay(id, false)), 409);
        json(post(DESK + "/discards", "{\"ids\":[\"%s\"]}".formatted(id)), 400);
        json(post(DESK + "/discards", "{\"ids\":[\"%s\"],\"reason\":\"a test\"}".formatted(id)), 200);

        JsonNode shown = json(get(DESK + "/" + id), 200);
        assertThat(shown.at("/letter/state").asString()).isEqualTo("DISCARDED");
        assertThat(shown.at("/payload/truncated").asBoolean()).isTrue();
        assertThat(shown.at("/payload/content").asString()).hasSize(16_384);
        assertThat(logged()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replays  | {}                                                        | VALIDATION_FAILED
            replays  | {"ids":[],"dryRun":true}                                  | VALIDATION_FAILED
            replays  | {"ids":["0-0"]}                                           | VALIDATION_FAILED
            replays  | {"ids":["0-0",null],"dryRun":true}                        | VALIDATION_FAILED
            replays  | {"ids":["0-0","0-0"],"dryRun":true}                       | VALIDATION_FAILED
            replays  | {"ids":["0"],"dryRun":true}                               | VALIDATION_FAILED
            replays  | {"ids":["-0-0"],"dryRun":true}                            | VALIDATION_FAILED
            replays  | {"ids":["0-0000000000000000000"],"dryRun":true}           | VALIDATION_FAILED
            replays  | {"ids":["0-0"],"dryRun":true,"reason":" "}                | VALIDATION_FAILED
            replays  | {"ids":["0-0"],"dryRun":true,"reason":"a\\nb"}            | VALIDATION_FAILED
            replays  | {"ids":["0-0"],"dryRun":"true"}                           | MALFORMED_REQUEST
            replays  | {"ids":[0],"dryRun":true}                                 | MALFORMED_REQUEST
            replays  | {"ids":["0-0"],"dryRun":true,"force":true}                | MALFORMED_REQUEST
            discards | {"ids":["0-0"]}                                           | VALIDATION_FAILED
            discards | {"ids":["0-0"],"reason":""}                               | VALIDATION_FAILED
            discards | {"ids":["0-0"],"reason":null}                             | VALIDATION_FAILED
            """)
    void a_wrong_request_is_refused(String what, String body, String code) {
        assertThat(json(post(DESK + "/" + what, body), 400).path("code").asString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/dead-letters/point.commands, 404",
        "/v1/dead-letters/point.events.dlt, 404",
        "/v1/dead-letters/point.events/5-999999999, 404",
        "/v1/dead-letters/point.events/999999-0, 404",
        "/v1/dead-letters/point.events/first, 400",
        "/v1/dead-letters/point.events?cursor=abc, 400",
        "/v1/dead-letters/point.events?limit=0, 400",
    })
    void what_is_not_there_is_not_found(String path, int status) {
        json(get(path), status);
    }

    @Test
    void a_replay_of_nothing_is_not_found() {
        assertThat(json(post(DESK + "/replays", replay("5-999999999", false)), 404)
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        json(post("/v1/dead-letters/point.commands/replays", replay("0-0", true)), 404);
        json(post("/v1/dead-letters/point.commands/discards", "{\"ids\":[\"0-0\"],\"reason\":\"x\"}"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "HEAD, ''",
        "GET, /0-0",
        "HEAD, /0-0",
        "POST, /replays",
        "POST, /discards",
    })
    void the_desk_is_for_admins(String method, String path) {
        client.method(HttpMethod.valueOf(method))
                .uri(DESK + path)
                .headers(headers -> headers.setBearerAuth(Tokens.user("kim")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
