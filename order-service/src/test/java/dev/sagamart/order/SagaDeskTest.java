package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What operators can see of sagas, and do about them. */
class SagaDeskTest extends RunningOrders {
    private static final String REASON = "{\"reason\":\"customer called, 고객 요청\"}";

    @Autowired
    private JdbcTemplate asTheService;

    @Test
    void a_compensation_without_answer_is_listed_as_stuck_and_goes_on_when_it_is_retried() throws Exception {
        var silent = new AtomicBoolean(true);
        UUID order = rejected(command -> command instanceof RestoreStock && silent.get());
        await().until(() -> ids("STUCK").contains(order.toString()));

        JsonNode saga = saga(order);
        assertThat(saga.at("/state").asString()).isEqualTo("COMPENSATING");
        assertThat(saga.at("/outstanding/0").asString()).isEqualTo("STOCK");
        assertThat(saga.at("/outstanding")).hasSize(1);
        assertThat(saga.at("/reason").asString()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(saga.at("/attempts").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(saga.at("/stuck").asBoolean()).isTrue();
        assertThat(saga.at("/lastReply").asString()).isEqualTo("REFUSED POINTS INSUFFICIENT_POINTS");
        assertThat(saga.at("/dueAt").isMissingNode()).isFalse();
        assertThat(ids("RETRYING")).contains(order.toString());
        assertThat(ids("ANY")).contains(order.toString());

        // due in an hour, before and after: what comes now is the operator's doing
        String later =
                "update checkout set due_at = now() + interval '1 hour' where due_at is not null and order_id = '%s'";
        update(later.formatted(order));
        silent.set(false);
        HttpResponse<String> retried = retry(order, key());
        update(later.formatted(order));

        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(201);
        assertThat(read(retried).at("/action").asString()).isEqualTo("RETRY");
        assertThat(read(retried).at("/by").asString()).isEqualTo("boss");
        await().until(() -> state(order).equals("REJECTED"));
        assertThat(ids("ANY")).doesNotContain(order.toString());
        assertThat(saga(order).at("/actions/0/action").asString()).isEqualTo("RETRY");
    }

    @Test
    void a_pending_order_can_be_called_off_and_gives_back_even_the_unknown_step() throws Exception {
        UUID order = pending();

        HttpResponse<String> answer = compensate(order, key(), REASON);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode action = read(answer);
        assertThat(action.at("/outcome").asString()).isEqualTo("DONE");
        assertThat(action.at("/reason").asString()).isEqualTo("customer called, 고객 요청");
        await().until(() -> state(order).equals("REJECTED"));
        assertThat(participants.commandsOf(order, RefundPoints.class)).isNotEmpty();
        assertThat(participants.commandsOf(order, RestoreStock.class)).isNotEmpty();
        JsonNode seen = read(get("u1", "/v1/orders/" + order));
        assertThat(seen.at("/status").asString()).isEqualTo("REJECTED");
        assertThat(seen.at("/reason").asString()).isEqualTo("ORDER_CANCELLED");
        assertThat(saga(order).at("/actions/0")).isEqualTo(action);
    }

    @Test
    void the_client_that_waits_for_the_order_is_told_at_once() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, command -> answerUnless(command instanceof DeductPoints, command));
        String user = "u-" + UUID.randomUUID();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> order(user, key(), body(own, 1, null)));
            String find = "select count(*) from orders where user_id = '" + user + "'";
            await().until(() -> count(find) == 1);
            UUID order = orderOf(user);
            await().until(() -> state(order).equals("DEDUCTING_POINTS"));

            assertThat(compensate(order, key(), REASON).statusCode()).isEqualTo(201);

            assertThat(waiting.get().statusCode()).isEqualTo(400);
            assertThat(code(waiting.get())).isEqualTo("ORDER_CANCELLED");
        }
    }

    @Test
    void what_has_a_verdict_cannot_be_called_off_which_is_written_down_too() throws Exception {
        UUID compensating = rejected(command -> command instanceof RestoreStock);
        UUID completed = completed();
        UUID nobody = UUID.randomUUID();
        int commands = participants.commandsOf(completed).size();

        assertThat(code(compensate(compensating, key(), REASON))).isEqualTo("SAGA_COMPENSATING");
        assertThat(code(compensate(completed, key(), REASON))).isEqualTo("SAGA_ENDED");
        assertThat(code(retry(completed, key()))).isEqualTo("SAGA_ENDED");
        HttpResponse<String> unknown = compensate(nobody, key(), REASON);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(code(unknown)).isEqualTo("SAGA_NOT_FOUND");
        assertThat(code(retry(nobody, key()))).isEqualTo("SAGA_NOT_FOUND");

        assertThat(state(completed)).isEqualTo("COMPLETED");
        assertThat(participants.commandsOf(completed)).hasSize(commands);
        assertThat(saga(completed)
                        .at("/actions")
                        .valueStream()
                        .map(it -> it.at("/outcome").asString()))
                .containsExactly("ENDED", "ENDED");
        assertThat(saga(compensating).at("/reason").asString()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(saga(compensating).at("/actions/0/outcome").asString()).isEqualTo("COMPENSATING_ALREADY");
        assertThat(count("select count(*) from operator_action where order_id = '" + nobody + "'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":null}",
                "{\"reason\":\"\"}",
                "{\"reason\":\" \\u3000\\t\"}",
                "{\"reason\":\"?!\"}",
                "{\"reason\":\"a\\u0000b\"}",
                "{\"reason\":\"a\\nb\"}"
            })
    void nothing_is_called_off_without_a_reason(String body) throws Exception {
        UUID order = completed();

        HttpResponse<String> answer = compensate(order, key(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("VALIDATION_FAILED");
        assertThat(read(answer).at("/errors/0/field").asString()).isEqualTo("reason");
        assertThat(saga(order).at("/actions")).isEmpty();
    }

    @Test
    void a_double_click_is_one_action_with_one_answer() throws Exception {
        UUID order = rejected(command -> command instanceof RestoreStock);
        String key = key();

        List<HttpResponse<String>> answers = List.of(retry(order, key), retry(order, key));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(saga(order).at("/actions")).hasSize(1);
    }

    @Test
    void only_admins_see_and_do_anything() throws Exception {
        UUID order = completed();
        String path = "/v1/sagas/" + order;

        assertThat(get("u1", "/v1/sagas").statusCode()).isEqualTo(403);
        assertThat(get("u1", path).statusCode()).isEqualTo(403);
        assertThat(post(Tokens.user("u1"), path + "/retries", key(), "").statusCode())
                .isEqualTo(403);
        assertThat(post(Tokens.user("u1"), path + "/compensations", key(), REASON)
                        .statusCode())
                .isEqualTo(403);
        assertThat(saga(order).at("/actions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update operator_action set operator = 'somebody else'",
                "delete from operator_action",
                "truncate operator_action"
            })
    void the_service_itself_cannot_rewrite_the_book(String statement) {
        assertThatThrownBy(() -> asTheService.update(statement)).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void due_is_what_nobody_has_picked_up_yet() throws Exception {
        UUID order = rejected(command -> command instanceof RestoreStock);
        try (var other = Infrastructure.connect("orders")) {
            other.setAutoCommit(false);
            var statement = other.createStatement();
            statement.executeQuery("select 1 from checkout where order_id = '" + order + "' for update");

            await().until(() -> ids("DUE").contains(order.toString()));

            other.rollback();
        }
    }

    @Test
    void a_saga_that_waits_in_good_order_is_in_none_of_the_lists_of_trouble() throws Exception {
        String waiting = rejected(command -> command instanceof RestoreStock).toString();
        update("update checkout set attempts = 0, due_at = now() + interval '1 hour' where order_id = '" + waiting
                + "'");

        assertThat(ids("ANY")).contains(waiting);
        assertThat(ids("DUE")).doesNotContain(waiting);
        assertThat(ids("RETRYING")).doesNotContain(waiting);
        assertThat(ids("STUCK")).doesNotContain(waiting);
    }

    @Test
    void sagas_are_listed_oldest_first_page_by_page() throws Exception {
        var silent = new AtomicBoolean(true);
        var compensating = new ArrayList<String>();
        for (int order = 0; order < 3; order++) {
            compensating.add(rejected(command -> command instanceof RestoreStock && silent.get())
                    .toString());
        }

        List<String> listed = ids("ANY");
        List<String> paged = pages("/v1/sagas?limit=2");

        assertThat(listed).isSorted().containsSubsequence(compensating);
        assertThat(paged).isSorted().containsSubsequence(compensating).doesNotHaveDuplicates();
        silent.set(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=LATE", "state=due", "state=DUE&state=STUCK", "limit=0", "cursor=abc"})
    void a_senseless_list_is_refused(String query) throws Exception {
        HttpResponse<String> answer = getAs(Tokens.admin("boss"), "/v1/sagas?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    private List<String> pages(String path) throws Exception {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = read(getAs(Tokens.admin("boss"), path + cursor));
            page.at("/items").forEach(item -> ids.add(item.at("/orderId").asString()));
            JsonNode next = page.at("/nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return ids;
    }

    private List<String> ids(String state) throws Exception {
        return pages("/v1/sagas?limit=100&state=" + state);
    }

    private JsonNode saga(UUID order) throws Exception {
        HttpResponse<String> answer = getAs(Tokens.admin("boss"), "/v1/sagas/" + order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private HttpResponse<String> retry(UUID order, String key) throws Exception {
        return post(Tokens.admin("boss"), "/v1/sagas/" + order + "/retries", key, "");
    }

    private HttpResponse<String> compensate(UUID order, String key, String body) throws Exception {
        return post(Tokens.admin("boss"), "/v1/sagas/" + order + "/compensations", key, body);
    }

    private UUID completed() throws Exception {
        UUID order = orderId(order("u1", key(), body(PRODUCTS.incrementAndGet(), 1, null)));
        await().until(() -> state(order).equals("COMPLETED"));
        return order;
    }

    /** An order whose points nobody deducts or refuses; it is there for four seconds. */
    private UUID pending() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, command -> answerUnless(command instanceof DeductPoints, command));
        return orderId(order("u1", key(), body(own, 1, null)));
    }

    /** An order without enough points, where some commands are not answered. */
    private UUID rejected(Predicate<SagaMessage> unanswered) throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(
                own,
                command -> command instanceof DeductPoints deduct
                        ? Optional.of(new DeductPointsRejected(deduct.orderId(), "INSUFFICIENT_POINTS", ""))
                        : answerUnless(unanswered.test(command), command));
        UUID order = orderId(order("u1", key(), body(own, 1, null)));
        await().until(() -> state(order).equals("COMPENSATING"));
        return order;
    }

    private static Optional<SagaMessage> answerUnless(boolean silent, SagaMessage command) {
        return silent ? Optional.empty() : Optional.of(PlayedParticipants.consent(command));
    }

    private UUID orderId(HttpResponse<String> answer) {
        return UUID.fromString(read(answer).at("/orderId").asString());
    }

    private UUID orderOf(String user) {
        return asTheService.queryForObject("select id from orders where user_id = ?", UUID.class, user);
    }
}
