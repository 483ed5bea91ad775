package dev.sagamart.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.documents.Operations;
import dev.sagamart.systemtests.documents.Samples;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every documented operation, asked for by everybody. A new operation needs a row. */
@SystemTest
@Order(2)
class AccessMatrixIT {
    /** Whoever is not the owner acts on the things of the owner, as far as a path or a body can name them. */
    private static final String MATRIX = """
            operation                                        | anonymous | owner | other | admin
            GET   /v1/points                                 | 401       | 200   | 200   | 200
            GET   /v1/points/charges                         | 401       | 200   | 200   | 200
            POST  /v1/points/charges                         | 401       | 201   | 201   | 201
            GET   /v1/products                               | 200       | 200   | 200   | 200
            POST  /v1/products                               | 401       | 403   | 403   | 201
            GET   /v1/products/{productId}                   | 200       | 200   | 200   | 200
            PATCH /v1/products/{productId}                   | 401       | 403   | 403   | 200
            POST  /v1/products/{productId}/restocks          | 401       | 403   | 403   | 201
            GET   /v1/products/popular                       | 200       | 200   | 200   | 200
            POST  /v1/products/popular/refreshes             | 401       | 403   | 403   | 202
            GET   /v1/products/popular/rebuilds              | 401       | 403   | 403   | 200
            POST  /v1/products/popular/rebuilds              | 401       | 403   | 403   | 202
            GET   /v1/orders                                 | 401       | 200   | 200   | 200
            POST  /v1/orders                                 | 401       | 201   | 201   | 201
            GET   /v1/orders/{orderId}                       | 401       | 200   | 404   | 404
            GET   /v1/orders/{orderId}/timeline              | 401       | 200   | 404   | 200
            GET   /v1/sagas                                  | 401       | 403   | 403   | 200
            GET   /v1/sagas/{orderId}                        | 401       | 403   | 403   | 200
            POST  /v1/sagas/{orderId}/retries                | 401       | 403   | 403   | 409
            POST  /v1/sagas/{orderId}/compensations          | 401       | 403   | 403   | 409
            GET   /v1/dead-letters/{topic}                   | 401       | 403   | 403   | 200
            GET   /v1/dead-letters/{topic}/{id}              | 401       | 403   | 403   | 404
            POST  /v1/dead-letters/{topic}/replays           | 401       | 403   | 403   | 404
            POST  /v1/dead-letters/{topic}/discards          | 401       | 403   | 403   | 404
            POST  /v1/coupon-campaigns                       | 401       | 403   | 403   | 201
            GET   /v1/coupon-campaigns/{campaignId}          | 200       | 200   | 200   | 200
            GET   /v1/coupon-campaigns/{campaignId}/report   | 401       | 403   | 403   | 200
            POST  /v1/coupon-campaigns/{campaignId}/coupons  | 401       | 201   | 201   | 201
            GET   /v1/coupons                                | 401       | 200   | 200   | 200
            GET   /v1/requests/{idempotencyKey}              | 401       | 200   | 404   | 404
            """;

    private static final Map<String, List<String>> ROWS = rows();

    private final Client client;
    private final Samples samples;
    private final String other = Shop.user("other");
    private final String admin = Shop.user("admin");
    private final SuiteUnderTest suite;

    AccessMatrixIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.samples = new Samples(client);
        List.of(other, admin).forEach(user -> new Shop(client).charge(user, 10_000));
    }

    @Test
    void every_operation_has_a_row() {
        assertThat(Operations.all()).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(headless());
    }

    @TestFactory
    Stream<DynamicTest> nobody_can_do_what_is_not_theirs() {
        List<String> callers = ROWS.getOrDefault("operation", List.of());
        return Operations.all().stream()
                .filter(operation -> ROWS.containsKey(operation.name()))
                .flatMap(operation -> callers.stream().map(caller -> {
                    String status = ROWS.get(operation.name()).get(callers.indexOf(caller));
                    return DynamicTest.dynamicTest(
                            operation + " by " + caller + ": " + status, () -> check(operation, caller, status));
                }));
    }

    private void check(Operation operation, String caller, String status) {
        Call call = as(caller, client.call(operation.method(), samples.path(operation)));
        String body = samples.body(operation);

        Reply reply = body.isEmpty() ? call.send() : call.body(body).send();

        assertThat(reply.status()).as(reply.toString()).hasToString(status);
        assertThat(operation.documents(reply.outcome()))
                .as("%s is a documented answer of %s", reply.outcome(), operation)
                .isTrue();
        if (reply.status() < 300) {
            assertThat(operation.violations(reply.status(), reply.json())).isEmpty();
        }
    }

    private Call as(String caller, Call call) {
        return switch (caller) {
            case "anonymous" -> call;
            case "owner" -> call.as(samples.owner());
            case "other" -> call.as(other);
            case "admin" -> call.bearer(suite.mint().token(admin, true));
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static List<String> headless() {
        return ROWS.keySet().stream().filter(name -> !name.equals("operation")).toList();
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        MATRIX.lines()
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(
                        cells[0].strip().replaceAll(" +", " "),
                        Arrays.stream(cells).skip(1).map(String::strip).toList()));
        return rows;
    }
}
