package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself asks of the API. */
@Order(2)
class HttpContractIT extends ContractTest {

    HttpContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/nothing", "/v2/products", "/v1/orders/1/items", "/actuator/health"})
    void a_path_that_is_not_offered_is_not_found(String path) {
        assertProblem(client.get(path).as("lost").send(), "404 NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/points, 'GET'",
        "PUT, /v1/points/charges, 'GET,POST'",
        "PATCH, /v1/products, 'GET,POST'",
        "DELETE, /v1/products/1, 'GET,PATCH'",
        "GET, /v1/products/1/restocks, 'POST'",
        "POST, /v1/products/popular, 'GET'",
        "GET, /v1/products/popular/refreshes, 'POST'",
        "DELETE, /v1/orders, 'GET,POST'",
        "DELETE, /v1/orders/" + UNKNOWN_ID + ", 'GET'",
        "GET, /v1/coupon-campaigns, 'POST'",
        "PUT, /v1/coupon-campaigns/1, 'GET'",
        "GET, /v1/coupon-campaigns/1/coupons, 'POST'",
        "POST, /v1/coupons, 'GET'",
    })
    void a_method_that_is_not_offered_is_answered_with_those_that_are(String method, String path, String allowed) {
        Reply reply = client.call(method, path).asAdmin().send();

        assertProblem(reply, "405 METHOD_NOT_ALLOWED");
        assertThat(List.of(reply.header("Allow").split(", ?"))).contains(allowed.split(","));
        assertThat(reply.header("Allow")).doesNotContain(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/points", "/v1/orders", "/v1/coupons", "/v1/points/charges"})
    void an_answer_in_another_format_cannot_be_had(String path) {
        assertProblem(client.get(path).as("picky").header("Accept", "text/csv").send(), "406 NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/points/charges", "/v1/orders", "/v1/products", "/v1/coupon-campaigns"})
    void a_body_must_be_json(String path) {
        assertProblem(
                client.post(path)
                        .asAdmin()
                        .body("amount=1", "application/x-www-form-urlencoded")
                        .send(),
                "415 UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                client.post(path)
                        .asAdmin()
                        .body("<amount>1</amount>", "application/xml")
                        .send(),
                "415 UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_over_64_kib_is_too_large() {
        String large = "{\"amount\":1" + " ".repeat(64 * 1024) + "}";

        assertProblem(client.post("/v1/points/charges").as("wordy").body(large).send(), "413 PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products/x", "/v1/coupon-campaigns/x", "/v1/orders/x"})
    void an_id_of_another_form_is_the_mistake_of_the_client(String path) {
        Reply reply = client.get(path).as("typist").send();

        assertThat(reply.status()).isIn(400, 404);
        assertProblem(reply, reply.outcome());
    }
}
