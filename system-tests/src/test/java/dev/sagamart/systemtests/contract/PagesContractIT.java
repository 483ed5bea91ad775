package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every list is read page by page. */
@Order(2)
class PagesContractIT extends ContractTest {
    private static final int MANY = 23;

    private final String user = Shop.user("reader");

    PagesContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @BeforeAll
    void a_user_with_many_of_everything() {
        long product = shop.product(1, MANY);
        IntStream.range(0, MANY).forEach(charge -> shop.charge(user, 1));
        IntStream.range(0, MANY).forEach(order -> shop.order(user, product, 1).expect("201"));
        IntStream.range(0, MANY).forEach(coupon -> shop.coupon(user, Shop.fixed(1)));
        IntStream.range(0, MANY).forEach(other -> shop.product(1, 1));
        for (String list : List.of("/v1/points/charges", "/v1/coupons")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> all(list).size() == MANY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/orders", "/v1/coupons", "/v1/points/charges"})
    void a_list_has_pages_of_twenty_unless_told_otherwise(String list) {
        Reply page = client.get(list).as(user).send().expect("200");

        Shape.PAGE.with("nextCursor", Kind.TEXT).assertFits(page.json());
        assertThat(page.items()).hasSize(20).isEqualTo(all(list).subList(0, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/orders", "/v1/coupons", "/v1/points/charges"})
    void pages_of_any_size_together_are_the_list(String list) {
        List<Reply> pages = new Pages(client, user).all(list, 10);

        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page.items()).hasSize(10));
        assertThat(pages.getLast().json().path("nextCursor").isNull()).isTrue();
        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .isEqualTo(all(list))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/orders", "/v1/coupons", "/v1/points/charges"})
    void a_limit_or_cursor_that_is_none_is_invalid(String list) {
        for (String limit : List.of("0", "-1", "101", "ten", "")) {
            assertInvalid(client.get(list + "?limit=" + limit).as(user).send(), "limit");
        }
        for (String cursor : List.of("x", "MTIz", "%00", "JyBvciAxPTE", "")) {
            assertInvalid(client.get(list + "?cursor=" + cursor).as(user).send(), "cursor");
        }
        client.get(list + "?limit=100").as(user).send().expect("200");
    }

    private List<JsonNode> all(String list) {
        return new Pages(client, user).all(list);
    }
}
