package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same request at the same time. */
@Order(2)
class SimultaneousRequestsContractIT extends ContractTest {
    private static final String CHARGE = "/v1/points/charges";

    SimultaneousRequestsContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void of_many_identical_requests_at_once_one_works_and_the_others_wait_or_get_its_answer() throws Exception {
        String user = Shop.user("storm");
        String key = UUID.randomUUID().toString();
        List<Future<Reply>> replies = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 50; request++) {
                replies.add(threads.submit(() -> charge(user, key, 9).send()));
            }
        }

        for (Future<Reply> reply : replies) {
            assertThat(reply.get().outcome()).isIn("201", "409 REQUEST_IN_PROGRESS");
        }
        assertThat(shop.balance(user)).isEqualTo(9);
    }

    @Test
    void while_the_first_request_is_worked_on_the_second_is_told_so() throws Exception {
        String user = Shop.user("impatient");
        String key = UUID.randomUUID().toString();
        shop.charge(user, 1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = suite.pause("point")) {
            Future<Reply> one = threads.submit(() -> charge(user, key, 3).send());
            Future<Reply> other = threads.submit(() -> charge(user, key, 3).send());
            List<Reply> replies = List.of(one.get(), other.get());

            Reply refused = replies.stream()
                    .filter(reply -> reply.status() == 409)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(replies.toString()));
            assertProblem(refused, "409 REQUEST_IN_PROGRESS");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }

        assertThat(charge(user, key, 3).send().expect("201").number("balance")).isEqualTo(4);
        assertThat(shop.balance(user)).isEqualTo(4);
    }

    private Call charge(String user, String key, long amount) {
        return client.post(CHARGE).as(user).key(key).json(Map.of("amount", amount));
    }
}
