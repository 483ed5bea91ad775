package dev.sagamart.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and balances are those of the caller, whoever that is. */
@SystemTest
@Order(2)
class OthersThingsIT {
    private final Client client;
    private final String owner = Shop.user("owner");
    private final String other = Shop.user("other");
    private final SuiteUnderTest suite;

    OthersThingsIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        var shop = new Shop(client);
        shop.charge(owner, 1_000);
        shop.order(owner, shop.product(10, 5), 1).expect("201");
        shop.coupon(owner, Shop.fixed(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/points/charges", "/v1/orders", "/v1/coupons"})
    void a_list_has_nothing_of_other_users(String path) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                client.get(path).as(owner).send().expect("200").items())
                        .hasSize(1));

        assertThat(client.get(path).as(other).send().expect("200").items()).isEmpty();
        assertThat(client.get(path)
                        .bearer(suite.mint().token(other, true))
                        .send()
                        .expect("200")
                        .items())
                .isEmpty();
    }

    @Test
    void the_balance_is_the_callers() {
        assertThat(client.get("/v1/points").as(owner).send().number("balance")).isEqualTo(990);
        assertThat(client.get("/v1/points").as(other).send().number("balance")).isZero();
    }
}
