package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way of an order as its owner and support can read it. */
class TimelineTest extends RunningOrders {
    @Test
    void a_completed_order_tells_what_it_took_and_when() throws Exception {
        UUID coupon = UUID.randomUUID();
        long product = PRODUCTS.incrementAndGet();
        UUID order = orderId(order("u1", key(), body(product, 2, coupon)));

        JsonNode timeline = timeline(Tokens.user("u1"), order);

        assertThat(timeline.at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(story(timeline))
                .containsExactly(
                        "PLACED",
                        "ASKED COUPON",
                        "TAKEN COUPON",
                        "ASKED STOCK",
                        "TAKEN STOCK",
                        "ASKED POINTS",
                        "TAKEN POINTS",
                        "COMPLETED");
        assertThat(movement(timeline, "TAKEN COUPON").at("/couponId").asString())
                .isEqualTo(coupon.toString());
        JsonNode stock = movement(timeline, "TAKEN STOCK");
        assertThat(stock.at("/lines/0/productId").asLong()).isEqualTo(product);
        assertThat(stock.at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(stock.at("/lines/0/unitPrice").asLong()).isEqualTo(500);
        assertThat(movement(timeline, "TAKEN POINTS").at("/points").asLong()).isEqualTo(700);
        assertThat(event(timeline, "TAKEN POINTS").at("/text").asString()).isEqualTo("Took 700 points.");
        assertThat(times(timeline)).isSorted();
    }

    @Test
    void a_refused_order_tells_what_it_gave_back() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(
                own,
                command -> Optional.of(
                        command instanceof DeductPoints deduct
                                ? new DeductPointsRejected(deduct.orderId(), "INSUFFICIENT_POINTS", "")
                                : PlayedParticipants.consent(command)));
        UUID order = orderId(order("u1", key(), body(own, 3, null)));
        await().until(() -> state(order).equals("REJECTED"));

        JsonNode timeline = timeline(Tokens.user("u1"), order);

        assertThat(story(timeline))
                .containsExactly(
                        "PLACED",
                        "ASKED STOCK",
                        "TAKEN STOCK",
                        "ASKED POINTS",
                        "REFUSED POINTS INSUFFICIENT_POINTS",
                        "REJECTED INSUFFICIENT_POINTS",
                        "ASKED_BACK STOCK",
                        "GIVEN_BACK STOCK",
                        "UNDONE");
        JsonNode back = movement(timeline, "GIVEN_BACK STOCK");
        assertThat(back.at("/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(back.at("/certain").asBoolean()).isTrue();
    }

    @Test
    void retries_are_one_event_however_many_and_a_late_answer_is_told() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        var silent = new AtomicBoolean(true);
        participants.script(
                own,
                command -> silent.get() && (command instanceof DeductPoints || command instanceof RestoreStock)
                        ? Optional.empty()
                        : Optional.of(PlayedParticipants.consent(command)));
        UUID order = orderId(order("u1", key(), body(own, 1, null)));
        await().until(() -> state(order).equals("COMPENSATING"));
        long length = journalLength(order);
        await().until(() -> count("select attempts from checkout where order_id = '" + order + "'") >= 3);
        assertThat(journalLength(order)).as("while it retries").isLessThanOrEqualTo(length + 40);
        JsonNode meanwhile = event(timeline(Tokens.user("u1"), order), "ASKED_AGAIN", 1);
        assertThat(meanwhile.at("/times").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(Instant.parse(meanwhile.at("/until").asString()))
                .isAfter(Instant.parse(meanwhile.at("/at").asString()));

        silent.set(false);
        for (int late = 0; late < 20; late++) {
            publisher.publishAll(
                    List.of(Outgoing.of(Topics.ORDER_REPLIES, order, new PointsDeducted(order, 500, late))));
        }
        await().until(() -> state(order).equals("REJECTED"));

        JsonNode timeline = timeline(Tokens.user("u1"), order);
        List<String> story = story(timeline);
        assertThat(story)
                .filteredOn(event -> !event.startsWith("REPLY_IGNORED"))
                .containsExactly(
                        "PLACED",
                        "ASKED STOCK",
                        "TAKEN STOCK",
                        "ASKED POINTS",
                        "ASKED_AGAIN",
                        "TIMED_OUT",
                        "REJECTED ORDER_TIMED_OUT",
                        "ASKED_BACK STOCK",
                        "ASKED_BACK POINTS",
                        "GIVEN_BACK POINTS",
                        "ASKED_AGAIN",
                        "GIVEN_BACK STOCK",
                        "UNDONE");
        assertThat(story)
                .filteredOn("REPLY_IGNORED POINTS point.deducted.v1"::equals)
                .hasSize(5);
        assertThat(movement(timeline, "GIVEN_BACK POINTS").at("/certain").asBoolean())
                .as("the late answer has told")
                .isTrue();
        assertThat(event(timeline, "GIVEN_BACK POINTS").at("/text").asString()).isEqualTo("Gave back 500 points.");
    }

    @Test
    void what_an_operator_did_is_told_but_only_admins_hear_who_and_why() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, TimelineTest::onlyGivesBack);
        UUID order = orderId(order("u1", key(), body(own, 1, null)));
        post(
                Tokens.admin("boss"),
                "/v1/sagas/" + order + "/compensations",
                key(),
                "{\"reason\":\"a test of the shop\"}");
        await().until(() -> state(order).equals("REJECTED"));
        post(Tokens.admin("boss"), "/v1/sagas/" + order + "/retries", key(), "");

        JsonNode ofOwner = timeline(Tokens.user("u1"), order);
        JsonNode ofSupport = timeline(Tokens.admin("support"), order);

        assertThat(story(ofOwner))
                .containsSubsequence(
                        "OPERATOR_COMPENSATE DONE",
                        "CANCELLED",
                        "REJECTED ORDER_CANCELLED",
                        "ASKED_BACK STOCK",
                        "GIVEN_BACK STOCK")
                .doesNotContain("OPERATOR_RETRY ENDED");
        assertThat(event(ofOwner, "GIVEN_BACK STOCK").at("/text").asString())
                .endsWith(", as far as it had been taken.");
        assertThat(ofOwner.toString()).doesNotContain("boss", "a test of the shop");
        assertThat(event(ofSupport, "OPERATOR_COMPENSATE DONE").at("/by").asString())
                .isEqualTo("boss");
        assertThat(event(ofSupport, "OPERATOR_COMPENSATE DONE").at("/reason").asString())
                .isEqualTo("a test of the shop");
        assertThat(story(ofSupport)).contains("OPERATOR_RETRY ENDED");
    }

    @Test
    void nobody_else_may_read_it() throws Exception {
        UUID order = orderId(order("u1", key(), body(PRODUCTS.incrementAndGet(), 1, null)));

        HttpResponse<String> answer = get("u2", "/v1/orders/" + order + "/timeline");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(getAs(Tokens.admin("boss"), "/v1/orders/" + UUID.randomUUID() + "/timeline")))
                .isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void when_the_saga_is_gone_the_order_still_tells_its_beginning_and_end() throws Exception {
        UUID order = orderId(order("u1", key(), body(PRODUCTS.incrementAndGet(), 1, null)));
        update("delete from checkout where order_id = '" + order + "'");

        assertThat(story(timeline(Tokens.user("u1"), order))).containsExactly("PLACED", "COMPLETED");
    }

    private static Optional<SagaMessage> onlyGivesBack(SagaMessage command) {
        boolean answers = command instanceof RestoreStock || command instanceof RefundPoints;
        return answers ? Optional.of(PlayedParticipants.consent(command)) : Optional.empty();
    }

    private UUID orderId(HttpResponse<String> answer) {
        return UUID.fromString(read(answer).at("/orderId").asString());
    }

    private JsonNode timeline(String token, UUID order) throws Exception {
        HttpResponse<String> answer = getAs(token, "/v1/orders/" + order + "/timeline");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private static List<String> story(JsonNode timeline) {
        return timeline.at("/events").valueStream().map(TimelineTest::words).toList();
    }

    private static List<Instant> times(JsonNode timeline) {
        return timeline.at("/events")
                .valueStream()
                .map(event -> Instant.parse(event.at("/at").asString()))
                .toList();
    }

    private static String words(JsonNode event) {
        return Stream.of("event", "step", "detail")
                .map(name -> event.path(name).asString(""))
                .filter(word -> !word.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
    }

    private static JsonNode event(JsonNode timeline, String words) {
        return event(timeline, words, 0);
    }

    private static JsonNode event(JsonNode timeline, String words, int index) {
        return timeline.at("/events")
                .valueStream()
                .filter(event -> words(event).equals(words))
                .toList()
                .get(index);
    }

    private static JsonNode movement(JsonNode timeline, String words) {
        return event(timeline, words).at("/movement");
    }

    private static long journalLength(UUID order) throws Exception {
        return count("select length(journal) from checkout where order_id = '" + order + "'");
    }
}
