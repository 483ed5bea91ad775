package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.defaults.retention.Retention;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.testsupport.infrastructure.Tokens;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OrderServiceTest extends RunningOrders {
    private final long product = PRODUCTS.incrementAndGet();

    @Autowired
    private Retention retention;

    @Test
    void a_paid_order_is_answered_201_with_prices_and_totals() throws Exception {
        UUID coupon = UUID.randomUUID();

        HttpResponse<String> answer = order("u1", key(), body(product, 2, coupon));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode order = json.readTree(answer.body());
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/v1/orders/" + order.at("/orderId").asString());
        assertThat(order.at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(order.at("/items/0/unitPrice").asLong()).isEqualTo(500);
        assertThat(order.at("/subtotal").asLong()).isEqualTo(1000);
        assertThat(order.at("/discount").asLong()).isEqualTo(300);
        assertThat(order.at("/total").asLong()).isEqualTo(700);
        assertThat(order.at("/couponId").asString()).isEqualTo(coupon.toString());
        assertThat(order.at("/completedAt").asString()).endsWith("Z");
        assertThat(json.readTree(get("u1", "/v1/orders/" + order.at("/orderId").asString())
                        .body()))
                .isEqualTo(order);
    }

    @Test
    void a_refused_order_is_answered_400_with_its_code_and_everything_is_given_back() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(
                own,
                command -> Optional.of(
                        command instanceof DeductPoints deduct
                                ? new DeductPointsRejected(deduct.orderId(), "INSUFFICIENT_POINTS", "")
                                : PlayedParticipants.consent(command)));

        HttpResponse<String> answer = order("u1", key(), body(own, 1, null));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo("INSUFFICIENT_POINTS");
        UUID orderId = UUID.fromString(problem.at("/orderId").asString());
        await().untilAsserted(() ->
                assertThat(participants.commandsOf(orderId, RestoreStock.class)).hasSize(1));
        await().until(() -> state(orderId).equals("REJECTED"));
        JsonNode seen = json.readTree(get("u1", "/v1/orders/" + orderId).body());
        assertThat(seen.at("/status").asString()).isEqualTo("REJECTED");
        assertThat(seen.at("/reason").asString()).isEqualTo("INSUFFICIENT_POINTS");
    }

    @Test
    void an_order_without_answer_is_202_then_expires_and_undoes_even_the_unknown_step() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(
                own,
                command -> command instanceof DeductPoints
                        ? Optional.empty()
                        : Optional.of(PlayedParticipants.consent(command)));

        HttpResponse<String> answer = order("u1", key(), body(own, 1, null));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        JsonNode pending = json.readTree(answer.body());
        assertThat(pending.at("/status").asString()).isEqualTo("PENDING");
        UUID orderId = UUID.fromString(pending.at("/orderId").asString());
        await().atMost(Duration.ofSeconds(20)).until(() -> state(orderId).equals("REJECTED"));
        assertThat(participants.commandsOf(orderId, DeductPoints.class).size())
                .as("asked again")
                .isGreaterThan(1);
        assertThat(participants.commandsOf(orderId, RefundPoints.class)).isNotEmpty();
        assertThat(json.readTree(get("u1", "/v1/orders/" + orderId).body())
                        .at("/reason")
                        .asString())
                .isEqualTo("ORDER_TIMED_OUT");
    }

    @Test
    void a_lost_reply_is_asked_for_again_and_the_order_completes() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        var asked = new AtomicLong();
        participants.script(
                own,
                command -> command instanceof DeductStock && asked.incrementAndGet() == 1
                        ? Optional.empty()
                        : Optional.of(PlayedParticipants.consent(command)));

        HttpResponse<String> answer = order("u1", key(), body(own, 1, null));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(asked).hasValue(2);
    }

    @Test
    void two_hundred_duplicates_at_once_place_one_order_and_hear_the_same() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        String key = key();
        List<Callable<HttpResponse<String>>> calls = IntStream.range(0, 200)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> order("u-dup", key, body(own, 1, null)))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<HttpResponse<String>> answers =
                    threads.invokeAll(calls).stream().map(it -> it.resultNow()).toList();

            assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(HttpResponse::body)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(count("select count(*) from orders where user_id = 'u-dup'")).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_order_is_refused() throws Exception {
        String key = key();
        order("u1", key, body(product, 1, null));

        HttpResponse<String> other = order("u1", key, body(product, 2, null));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_redelivered_reply_repeats_what_it_caused_and_a_second_one_is_ignored() throws Exception {
        try (TopicProbe events = TopicProbe.on(Topics.ORDER_EVENTS);
                TopicProbe replies = TopicProbe.on(Topics.ORDER_REPLIES)) {
            JsonNode order =
                    json.readTree(order("u1", key(), body(product, 1, null)).body());
            String orderId = order.at("/orderId").asString();
            var last = replies.await(
                            1,
                            it -> TopicProbe.header(it, "ce_type").equals(Optional.of("point.deducted.v1"))
                                    && orderId.equals(it.key()))
                    .getFirst();
            events.await(1, it -> orderId.equals(it.key()));

            // as after a crash between the commit and the sending
            publisher.await(publisher.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                    last.topic(), last.partition(), last.key(), last.value(), last.headers())));

            var again = events.await(2, it -> orderId.equals(it.key()));
            assertThat(again).allMatch(it -> TopicProbe.header(it, "ce_id").equals(Optional.of(orderId)));
            assertThat(again)
                    .allMatch(it -> TopicProbe.header(it, "ce_type").equals(Optional.of("order.completed.v1")));
        }
    }

    @Test
    void the_trace_of_the_request_goes_along_to_the_participants_and_the_event() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        try (TopicProbe events = TopicProbe.on(Topics.ORDER_EVENTS)) {
            HttpRequest request = request("u1", "/v1/orders")
                    .header("Idempotency-Key", key())
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .POST(HttpRequest.BodyPublishers.ofString(body(product, 1, null)))
                    .build();
            JsonNode order = json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            UUID orderId = UUID.fromString(order.at("/orderId").asString());

            assertThat(participants.commandsOf(orderId))
                    .hasSize(2)
                    .allMatch(it -> it.traceparent().contains(trace));
            var event =
                    events.await(1, it -> orderId.toString().equals(it.key())).getFirst();
            assertThat(TopicProbe.header(event, "traceparent").orElseThrow()).contains(trace);
        }
    }

    @Test
    void nobody_sees_the_orders_of_another_user() throws Exception {
        JsonNode order =
                json.readTree(order("u1", key(), body(product, 1, null)).body());

        HttpResponse<String> foreign =
                get("u2", "/v1/orders/" + order.at("/orderId").asString());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(code(foreign)).isEqualTo("ORDER_NOT_FOUND");
        assertThat(json.readTree(get("u-none", "/v1/orders").body())
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void orders_are_listed_newest_first_page_by_page() throws Exception {
        List<String> placed =
                IntStream.range(0, 5).mapToObj(i -> place("u-pages")).toList();

        JsonNode first = json.readTree(get("u-pages", "/v1/orders?limit=3").body());
        JsonNode second = json.readTree(get(
                        "u-pages",
                        "/v1/orders?limit=3&cursor=" + first.at("/nextCursor").asString())
                .body());

        List<String> seen = java.util.stream.Stream.of(first, second)
                .flatMap(page -> page.at("/items").valueStream())
                .map(item -> item.at("/orderId").asString())
                .toList();
        assertThat(seen).isEqualTo(placed.reversed());
        assertThat(second.at("/nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                        | MALFORMED_REQUEST
            []                                                       | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1}],"coupon":1}      | MALFORMED_REQUEST
            {"items":[{"productId":"1","quantity":1}]}               | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":true}]}              | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1.5}]}               | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1e1}]}               | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1,"quantity":2}]}    | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1}]} x               | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1}],"couponId":"no"} | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":1}],"couponId":""}   | MALFORMED_REQUEST
            {"items":[{"productId":1,"quantity":99999999999}]}       | MALFORMED_REQUEST
            {}                                                       | VALIDATION_FAILED
            {"items":[]}                                             | VALIDATION_FAILED
            {"items":[null]}                                         | VALIDATION_FAILED
            {"items":[{"productId":1}]}                              | VALIDATION_FAILED
            {"items":[{"productId":0,"quantity":1}]}                 | VALIDATION_FAILED
            {"items":[{"productId":1,"quantity":0}]}                 | VALIDATION_FAILED
            {"items":[{"productId":1,"quantity":1001}]}              | VALIDATION_FAILED
            {"items":[{"productId":1,"quantity":1},{"productId":1,"quantity":1}]} | VALIDATION_FAILED
            """)
    void a_bad_order_is_refused_and_changes_nothing(String body, String expected) throws Exception {
        long before = count("select count(*) from orders");

        HttpResponse<String> answer = order("u1", key(), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(code(answer)).as(answer.body()).isEqualTo(expected);
        assertThat(answer.body()).doesNotContain("Exception", "dev.sagamart", "jackson");
        assertThat(count("select count(*) from orders")).isEqualTo(before);
    }

    @Test
    void validation_errors_name_the_field() throws Exception {
        HttpResponse<String> answer = order("u1", key(), "{\"items\":[{\"productId\":1,\"quantity\":0}]}");

        assertThat(json.readTree(answer.body()).at("/errors/0/field").asString())
                .isEqualTo("items[0].quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, IDEMPOTENCY_KEY_MISSING",
        "short, 400, IDEMPOTENCY_KEY_MALFORMED",
        "'with space in it', 400, IDEMPOTENCY_KEY_MALFORMED"
    })
    void a_write_needs_a_well_formed_key(String key, int status, String expected) throws Exception {
        HttpRequest.Builder request =
                request("u1", "/v1/orders").POST(HttpRequest.BodyPublishers.ofString(body(product, 1, null)));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }

        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(expected);
    }

    @Test
    void bad_pages_ids_paths_methods_and_tokens_get_their_codes() throws Exception {
        assertThat(code(get("u1", "/v1/orders?limit=0"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(get("u1", "/v1/orders?limit=101"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(get("u1", "/v1/orders?cursor=abc"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(get("u1", "/v1/orders/not-an-id"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(get("u1", "/v1/nothing"))).isEqualTo("NOT_FOUND");
        HttpResponse<String> deleted =
                http.send(request("u1", "/v1/orders").DELETE().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(code(deleted)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(deleted.headers().firstValue("Allow")).isPresent();
        HttpResponse<String> anonymous =
                http.send(HttpRequest.newBuilder(uri("/v1/orders")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(code(anonymous)).isEqualTo("UNAUTHENTICATED");
        assertThat(anonymous.headers().firstValue("WWW-Authenticate")).isPresent();
        HttpResponse<String> text = http.send(
                HttpRequest.newBuilder(uri("/v1/orders"))
                        .header("Authorization", "Bearer " + Tokens.user("u1"))
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(code(text)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void tokens_for_others_are_not_accepted() throws Exception {
        for (String token : List.of(
                Tokens.with(claims -> claims.audience("other")),
                Tokens.with(claims -> claims.issuer("http://elsewhere")),
                Tokens.with(claims -> claims.subject("no spaces please")),
                Tokens.with(claims -> claims.expirationTime(new java.util.Date(0))),
                Tokens.confused(claims -> {}),
                Tokens.unsigned(claims -> {}))) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri("/v1/orders"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_reply_for_an_unknown_order_and_poison_do_not_stop_the_others() throws Exception {
        try (TopicProbe letters = TopicProbe.on(Topics.deadLetter(Topics.ORDER_REPLIES))) {
            UUID nobody = UUID.randomUUID();
            publisher.publishAll(List.of(
                    Outgoing.of(Topics.ORDER_REPLIES, nobody, new DeductStockRejected(nobody, "OUT_OF_STOCK", ""))));
            for (int partition = 0; partition < 2; partition++) {
                publisher.await(publisher.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                        Topics.ORDER_REPLIES, partition, "poison", "not json".getBytes())));
            }

            assertThat(order("u1", key(), body(product, 1, null)).statusCode()).isEqualTo(201);
            assertThat(letters.await(2, it -> "poison".equals(it.key()))).hasSize(2);
        }
    }

    @Test
    void old_sagas_and_request_keys_go_when_they_are_finished_and_not_before() throws Exception {
        JsonNode order =
                json.readTree(order("u-old", key(), body(product, 1, null)).body());
        String finished = order.at("/orderId").asString();
        order("u-young", key(), body(product, 1, null));
        String waiting = UUID.randomUUID().toString();
        update("update checkout set updated_at = now() - interval '31 days' where order_id = '" + finished + "'");
        update("update request_key set created_at = now() - interval '9 days' where user_id = 'u-old'");
        update("""
                insert into checkout (order_id, state, document, attempts, due_at, deadline, created_at, updated_at, version)
                values ('%s', 'DEDUCTING_STOCK', '{}', 0, now() + interval '1 hour', now() + interval '1 hour',
                    now() - interval '31 days', now() - interval '31 days', 0)""".formatted(waiting));

        retention.prune();

        assertThat(count("select count(*) from checkout where order_id = '" + finished + "'"))
                .isZero();
        assertThat(count("select count(*) from request_key where user_id = 'u-old'"))
                .isZero();
        assertThat(count("select count(*) from checkout where order_id = '" + waiting + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from request_key where user_id = 'u-young'"))
                .isEqualTo(1);
        update("delete from checkout where order_id = '" + waiting + "'");
    }

    private String place(String user) {
        try {
            return json.readTree(order(user, key(), body(product, 1, null)).body())
                    .at("/orderId")
                    .asString();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
