package dev.sagamart.chargelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsCharged;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest(database = "charge_log")
class ChargeLogTest {
    private static final Instant AT = Instant.parse("2026-11-22T13:40:43.120Z");

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Publisher publisher;

    private final String user = "user-" + UUID.randomUUID();

    @Test
    void a_charge_is_logged_as_it_was_announced() {
        PointsCharged charged = charged(user, 100, 350);

        announce(List.of(charged));

        awaitLogged(1);
        list("").expectStatus().isOk().expectBody().json("""
                        {"items":[{"chargeId":"%s","amount":100,"balance":350,"chargedAt":"2026-11-22T13:40:43.120Z"}],
                         "nextCursor":null}""".formatted(charged.chargeId()), JsonCompareMode.STRICT);
    }

    @Test
    void a_user_who_never_charged_has_an_empty_log() {
        assertThat(page("").items()).isEmpty();
        assertThat(page("").nextCursor()).isNull();
    }

    @Test
    void pages_go_from_the_newest_charge_to_the_oldest_without_a_gap_while_new_ones_come() {
        List<PointsCharged> charges = charges(45);
        announce(charges);
        awaitLogged(45);

        Page<Charge> first = page("");
        announce(charges(1));
        awaitLogged(46);
        Page<Charge> second = page("?cursor=" + first.nextCursor());
        Page<Charge> third = page("?cursor=" + second.nextCursor());

        List<UUID> newestFirst = new ArrayList<>(
                charges.stream().map(PointsCharged::chargeId).toList().reversed());
        assertThat(first.items()).hasSize(20);
        assertThat(third.items()).hasSize(5);
        assertThat(third.nextCursor()).isNull();
        List<Charge> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        all.addAll(third.items());
        assertThat(all).extracting(Charge::chargeId).isEqualTo(newestFirst);
    }

    @Test
    void a_page_has_the_asked_size() {
        announce(charges(101));
        awaitLogged(101);

        assertThat(page("?limit=1").items()).hasSize(1);
        assertThat(page("?limit=100").items()).hasSize(100);
        assertThat(page("?limit=100").nextCursor()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=-1",
                "?limit=ten",
                "?limit=1.5",
                "?limit=",
                "?cursor=",
                "?cursor=abc",
                "?cursor=bm90IGEgY3Vyc29yIG9mIG91cnM"
            })
    void a_limit_out_of_range_or_a_foreign_cursor_is_not_valid(String query) {
        list(query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.contains("limit") ? "limit" : "cursor");
    }

    @Test
    void another_users_charges_are_never_seen() {
        String other = "user-" + UUID.randomUUID();
        announce(List.of(charged(other, 100, 100), charged(user, 5, 5)));
        awaitLogged(1);

        assertThat(page("?userId=" + other).items()).extracting(Charge::amount).containsExactly(5L);
    }

    @Test
    void nobody_reads_the_log_without_a_token() {
        client.get()
                .uri("/v1/points/charges")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void an_event_that_comes_again_and_again_is_logged_once() {
        List<PointsCharged> charges = charges(50);
        List<PointsCharged> shuffled = new ArrayList<>(charges);
        Collections.shuffle(shuffled);

        announce(charges);
        announce(shuffled);
        announce(List.of(charges.getFirst(), charges.getFirst()));
        announce(List.of(charged(user, 9, 9)));

        awaitLogged(51);
        assertThat(logged()).isEqualTo(51);
    }

    @Test
    void a_thousand_charges_are_written_in_few_transactions() {
        announce(charges(1000));

        awaitLogged(1000);
        assertThat(jdbc.queryForObject(
                        "select count(distinct xmin::text) from charge where user_id = ?", Integer.class, user))
                .isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"chargeId\":\"0199d0c0-0000-7000-8000-000000000001\"}",
                "{\"chargeId\":\"0199d0c0-0000-7000-8000-000000000001\",\"userId\":\"u\",\"amount\":-1,\"balance\":1,\"chargedAt\":\"2026-11-22T13:40:43Z\"}"
            })
    void poison_becomes_a_dead_letter_once_and_hurts_nobody_else(String poison) {
        String letter = Uuid7.next().toString();

        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.POINT_EVENTS))) {
            announce(charges(3));
            publisher.await(publisher.send(event(letter, "point.charged.v1", poison)));
            announce(charges(3));

            awaitLogged(6);
            assertThat(dead.await(1, it -> letter.equals(it.key())))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.partition()).isEqualTo(2);
                        assertThat(TopicProbe.header(it, "dlt-reason")).isPresent();
                    });
        }
    }

    @Test
    void an_event_of_another_type_or_with_more_fields_is_no_reason_to_stop() {
        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.POINT_EVENTS))) {
            publisher.await(publisher.send(event(user, "point.expired.v1", "{}")));
            publisher.await(publisher.send(event(user, "point.charged.v1", """
                    {"chargeId":"%s","userId":"%s","amount":1,"balance":1,"chargedAt":"2026-11-22T13:40:43Z","by":"card"}""".formatted(Uuid7.next(), user))));

            awaitLogged(1);
            assertThat(dead.records(it -> user.equals(it.key()))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update charge set amount = 1", "delete from charge", "truncate charge", "drop table charge"})
    void the_service_cannot_rewrite_its_log(String statement) {
        assertThatThrownBy(() -> jdbc.execute(statement))
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void the_api_document_says_the_same() {
        client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/v1/points/charges'].get.parameters.length()")
                .isEqualTo(2)
                .jsonPath("$.paths['/v1/points/charges'].get.parameters[0].name")
                .isEqualTo("limit")
                .jsonPath("$.paths['/v1/points/charges'].get.parameters[1].name")
                .isEqualTo("cursor");
    }

    private List<PointsCharged> charges(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> charged(user, 10, 10 * i))
                .toList();
    }

    private static PointsCharged charged(String user, long amount, long balance) {
        return new PointsCharged(Uuid7.next(), user, amount, balance, AT);
    }

    private void announce(List<PointsCharged> charges) {
        publisher.publishAll(charges.stream()
                .map(charge -> Outgoing.of(Topics.POINT_EVENTS, charge.userId(), charge))
                .toList());
    }

    private static ProducerRecord<String, byte[]> event(String key, String type, String value) {
        var result = new ProducerRecord<>(Topics.POINT_EVENTS, 2, key, value.getBytes());
        result.headers().add("ce_id", key.getBytes()).add("ce_type", type.getBytes());
        return result;
    }

    private void awaitLogged(int count) {
        await().until(() -> logged() >= count);
    }

    private int logged() {
        return jdbc.queryForObject("select count(*) from charge where user_id = ?", Integer.class, user);
    }

    private ResponseSpec list(String query) {
        return client.get()
                .uri("/v1/points/charges" + query)
                .headers(headers -> headers.setBearerAuth(Tokens.user(user)))
                .exchange();
    }

    private Page<Charge> page(String query) {
        return list(query)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<Charge>>() {})
                .returnResult()
                .getResponseBody();
    }
}
