package dev.sagamart.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, when the logs have seen everything. */
@SystemTest
@Order(9)
class SecretsInLogsIT {
    private static final String TOKEN = ".*eyJ[\\w-]{10,}\\.[\\w-]+.*";

    private final SuiteUnderTest suite;

    SecretsInLogsIT(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void no_token_is_in_any_log() {
        var shop = new Shop(new Client(suite));
        shop.charge(Shop.user("discreet"), 1);
        shop.coupon(Shop.user("discreet"), Shop.fixed(1));

        List<String> leaks = Logs.all(suite)
                .filter(line -> line.text().matches(TOKEN))
                .map(Logs.Line::toString)
                .toList();

        assertThat(leaks).isEmpty();
    }
}
