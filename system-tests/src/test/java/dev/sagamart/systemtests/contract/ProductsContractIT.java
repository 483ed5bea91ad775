package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertInvalid;
import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(2)
class ProductsContractIT extends ContractTest {
    private static final Map<String, Object> PEAR = Map.of("name", "나주 배", "price", 4_500, "stock", 7);

    ProductsContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void a_product_is_made_and_has_a_place_where_anybody_finds_it() {
        Reply created = client.post("/v1/products").asAdmin().json(PEAR).send().expect("201");

        Shape.PRODUCT.assertFits(created.json());
        assertThat(created.text("name")).isEqualTo("나주 배");
        assertThat(created.number("price")).isEqualTo(4_500);
        assertThat(created.number("stock")).isEqualTo(7);
        assertThat(created.header("Location")).isEqualTo("/v1/products/" + created.number("productId"));
        Reply found = client.get(created.header("Location")).send().expect("200");
        assertThat(found.json()).isEqualTo(created.json());
    }

    @Test
    void anybody_may_page_through_the_products() {
        long product = shop.product(100, 0);

        Reply page = client.get("/v1/products?limit=1").send().expect("200");

        Shape.PAGE.with("nextCursor", Kind.TEXT).assertFits(page.json());
        Shape.PRODUCT.assertFits(page.items().getFirst());
        assertThat(page.items()).hasSize(1);
        assertThat(shop.stock(product)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"배\"}', 배, 4500",
        "'{\"price\":5000}', 나주 배, 5000",
        "'{\"name\":\"큰 배\",\"price\":1}', 큰 배, 1"
    })
    void name_and_price_can_be_changed_together_or_alone(String change, String name, long price) {
        String product = client.post("/v1/products").asAdmin().json(PEAR).send().header("Location");

        Reply changed = client.patch(product).asAdmin().body(change).send().expect("200");

        Shape.PRODUCT.assertFits(changed.json());
        assertThat(changed.text("name")).isEqualTo(name);
        assertThat(changed.number("price")).isEqualTo(price);
        assertThat(changed.number("stock")).isEqualTo(7);
        assertThat(client.get(product).send().json()).isEqualTo(changed.json());
    }

    @Test
    void a_restock_answers_with_the_product() {
        long product = shop.product(100, 3);

        Reply restocked = client.post("/v1/products/" + product + "/restocks")
                .asAdmin()
                .body("{\"quantity\":4}")
                .send()
                .expect("201");

        Shape.PRODUCT.assertFits(restocked.json());
        assertThat(restocked.number("stock")).isEqualTo(7);
        assertThat(shop.stock(product)).isEqualTo(7);
    }

    @Test
    void a_product_that_does_not_exist_is_not_found() {
        String nowhere = "/v1/products/987654321";

        assertProblem(client.get(nowhere).send(), "404 PRODUCT_NOT_FOUND");
        assertProblem(client.patch(nowhere).asAdmin().body("{\"price\":1}").send(), "404 PRODUCT_NOT_FOUND");
        assertProblem(
                client.post(nowhere + "/restocks")
                        .asAdmin()
                        .body("{\"quantity\":1}")
                        .send(),
                "404 PRODUCT_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"price\":1,\"stock\":1}', name",
        "'{\"name\":\"\",\"price\":1,\"stock\":1}', name",
        "'{\"name\":\"a\",\"stock\":1}', price",
        "'{\"name\":\"a\",\"price\":0,\"stock\":1}', price",
        "'{\"name\":\"a\",\"price\":-1,\"stock\":1}', price",
        "'{\"name\":\"a\",\"price\":1}', stock",
        "'{\"name\":\"a\",\"price\":1,\"stock\":-1}', stock",
    })
    void a_product_with_a_wrong_field_is_invalid(String body, String field) {
        assertInvalid(client.post("/v1/products").asAdmin().body(body).send(), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"quantity\":0}", "{\"quantity\":-1}", "{\"quantity\":null}", "{}"})
    void a_restock_adds_at_least_one(String body) {
        long product = shop.product(100, 3);

        assertInvalid(
                client.post("/v1/products/" + product + "/restocks")
                        .asAdmin()
                        .body(body)
                        .send(),
                "quantity");
        assertThat(shop.stock(product)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"price\":\"1\"}", "{\"price\":1.5}", "{\"stock\":9}", "{\"name\":7}", "{\"name\":null}"})
    void a_change_of_anything_else_or_to_another_type_is_malformed(String change) {
        long product = shop.product(100, 3);

        assertProblem(
                client.patch("/v1/products/" + product).asAdmin().body(change).send(), "400 MALFORMED_REQUEST");
    }
}
