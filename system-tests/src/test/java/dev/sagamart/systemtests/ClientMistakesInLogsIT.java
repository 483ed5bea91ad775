package dev.sagamart.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after the tests of the contract and before those that break things. */
@SystemTest
@Order(3)
class ClientMistakesInLogsIT {
    private final SuiteUnderTest suite;

    ClientMistakesInLogsIT(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void the_mistakes_of_clients_are_no_errors_of_ours() {
        var client = new Client(suite);
        client.post("/v1/orders").as("clumsy").body("{\"items\":").send().expect("400 MALFORMED_REQUEST");
        client.post("/v1/products").asAdmin().body("{}").send().expect("400 VALIDATION_FAILED");
        client.get("/v1/points").bearer("no.token.really").send().expect("401 UNAUTHENTICATED");

        assertThat(Logs.alarming(suite)).isEmpty();
    }
}
