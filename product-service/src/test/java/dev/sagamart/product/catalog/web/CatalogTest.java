package dev.sagamart.product.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.contracts.Topics;
import dev.sagamart.product.CatalogClient;
import dev.sagamart.product.StockBooks;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest(database = "product")
class CatalogTest {
    private static final String TEA = "{\"name\":\"Tea\",\"price\":500,\"stock\":3}";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    CatalogClient catalog;

    @BeforeEach
    void connect() {
        catalog = new CatalogClient(http);
    }

    @Test
    void an_added_product_can_be_read_by_anybody_at_its_location() {
        ResponseSpec added =
                catalog.write(HttpMethod.POST, "/v1/products", "{\"name\":\"녹차\",\"price\":500,\"stock\":0}");

        String location = added.expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
        long id = Long.parseLong(location.substring("/v1/products/".length()));
        catalog.get(location)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"productId\":%d,\"name\":\"녹차\",\"price\":500,\"stock\":0}".formatted(id));
        catalog.get(location).expectBody().jsonPath("$.length()").isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775807"})
    void an_unknown_product_is_not_found(String id) {
        refused(catalog.get("/v1/products/" + id), 404, "PRODUCT_NOT_FOUND");
        refused(catalog.write(HttpMethod.PATCH, "/v1/products/" + id, "{\"price\":1}"), 404, "PRODUCT_NOT_FOUND");
        refused(
                catalog.write(HttpMethod.POST, "/v1/products/" + id + "/restocks", "{\"quantity\":1}"),
                404,
                "PRODUCT_NOT_FOUND");
    }

    @Test
    void an_id_that_is_no_number_is_not_valid() {
        refused(catalog.get("/v1/products/tea"), 400, "VALIDATION_FAILED");
        refused(catalog.get("/v1/products/9223372036854775808"), 400, "VALIDATION_FAILED");
    }

    @Test
    void pages_run_through_all_products_in_id_order() {
        List<Long> added = IntStream.range(0, 5)
                .mapToObj(i -> catalog.add("Paged " + i, 1, 0))
                .toList();

        var seen = new ArrayList<Long>();
        String cursor = null;
        do {
            ListedPage page = catalog.get("/v1/products?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .expectStatus()
                    .isOk()
                    .expectBody(ListedPage.class)
                    .returnResult()
                    .getResponseBody();
            page.items().forEach(item -> seen.add(item.productId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(added);
    }

    private record ListedPage(List<Item> items, String nextCursor) {}

    private record Item(long productId, String name, long price, long stock) {}

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=abc", "cursor="})
    void a_page_that_cannot_be_is_refused(String query) {
        refused(catalog.get("/v1/products?" + query), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":1,\"stock\":1}",
                "{\"name\":\"x\",\"stock\":1}",
                "{\"name\":\"x\",\"price\":1}",
                "{\"name\":\"x\",\"price\":0,\"stock\":1}",
                "{\"name\":\"x\",\"price\":1000000001,\"stock\":1}",
                "{\"name\":\"x\",\"price\":1,\"stock\":-1}",
                "{\"name\":\"x\",\"price\":1,\"stock\":1000000001}",
                "{\"name\":\" \",\"price\":1,\"stock\":1}",
                "{\"name\":\"a\\nb\",\"price\":1,\"stock\":1}",
                "{\"name\":\"a\\ud800\",\"price\":1,\"stock\":1}",
            })
    void a_product_out_of_bounds_is_not_valid(String product) {
        refused(catalog.write(HttpMethod.POST, "/v1/products", product), 400, "VALIDATION_FAILED");
    }

    @Test
    void a_name_may_have_200_characters_and_no_more() {
        catalog.add("x".repeat(200), 1, 0);

        refused(
                catalog.write(
                        HttpMethod.POST,
                        "/v1/products",
                        "{\"name\":\"%s\",\"price\":1,\"stock\":1}".formatted("x".repeat(201))),
                400,
                "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\":\"x\",\"price\":\"1\",\"stock\":1}",
                "{\"name\":\"x\",\"price\":1.5,\"stock\":1}",
                "{\"name\":\"x\",\"price\":1e3,\"stock\":1}",
                "{\"name\":\"x\",\"price\":true,\"stock\":1}",
                "{\"name\":1,\"price\":1,\"stock\":1}",
                "{\"name\":\"x\",\"price\":1,\"stock\":1,\"sold\":1}",
                "{\"name\":\"x\",\"price\":1,\"price\":2,\"stock\":1}",
                "{\"name\":\"x\",\"price\":1,\"stock\":99999999999999999999}",
                "{\"name\":\"x\",\"price\":1,\"stock\":1} x",
            })
    void a_body_that_is_not_what_it_should_be_is_malformed(String body) {
        refused(catalog.write(HttpMethod.POST, "/v1/products", body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void a_revision_changes_what_it_names_and_nothing_else() {
        long tea = catalog.add("Tea", 500, 3);

        catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"price\":600}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"productId\":%d,\"name\":\"Tea\",\"price\":600,\"stock\":3}".formatted(tea));
        catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"name\":\"Green tea\"}");

        catalog.get("/v1/products/" + tea)
                .expectBody()
                .json("{\"productId\":%d,\"name\":\"Green tea\",\"price\":600,\"stock\":3}".formatted(tea));
    }

    @Test
    void a_revision_needs_a_field_and_a_value() {
        long tea = catalog.add("Tea", 500, 3);

        refused(catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{}"), 400, "VALIDATION_FAILED");
        refused(catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"price\":0}"), 400, "VALIDATION_FAILED");
        refused(catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"name\":null}"), 400, "MALFORMED_REQUEST");
        refused(
                catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"name\":\"x\",\"price\":null}"),
                400,
                "MALFORMED_REQUEST");
        refused(catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"stock\":9}"), 400, "MALFORMED_REQUEST");
    }

    @Test
    void a_restock_adds_units_up_to_the_limit() {
        long tea = catalog.add("Tea", 500, 3);

        catalog.write(HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":999999997}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("{\"productId\":%d,\"name\":\"Tea\",\"price\":500,\"stock\":1000000000}".formatted(tea));
        refused(
                catalog.write(HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":1}"),
                400,
                "VALIDATION_FAILED");
        refused(
                catalog.write(HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":0}"),
                400,
                "VALIDATION_FAILED");

        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(3, 999_999_997, 1_000_000_000, 0));
    }

    @Test
    void only_admins_change_the_catalog() {
        long tea = catalog.add("Tea", 500, 3);
        String user = Tokens.user("u1");

        for (var write : List.of(
                new Write(HttpMethod.POST, "/v1/products", TEA),
                new Write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"price\":1}"),
                new Write(HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":1}"))) {
            refused(
                    catalog.write(write.method(), write.path(), write.body(), CatalogClient.key(), user),
                    403,
                    "FORBIDDEN");
            refused(
                    catalog.write(write.method(), write.path(), write.body(), CatalogClient.key(), null),
                    401,
                    "UNAUTHENTICATED");
        }
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(3, 0, 3, 0));
    }

    private record Write(HttpMethod method, String path, String body) {}

    @Test
    void a_write_needs_a_well_formed_key() {
        String admin = Tokens.admin("root");

        refused(catalog.write(HttpMethod.POST, "/v1/products", TEA, null, admin), 400, "IDEMPOTENCY_KEY_MISSING");
        refused(catalog.write(HttpMethod.POST, "/v1/products", TEA, "short", admin), 400, "IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_effect() {
        long tea = catalog.add("Tea", 500, 3);
        String path = "/v1/products/" + tea + "/restocks";
        String key = CatalogClient.key();
        String admin = Tokens.admin("root");

        String first = body(catalog.write(HttpMethod.POST, path, "{\"quantity\":5}", key, admin));
        catalog.write(HttpMethod.POST, path, "{\"quantity\":1}");
        String again = body(catalog.write(HttpMethod.POST, path, "{ \"quantity\" : 5 }", "\"" + key + "\"", admin));

        assertThat(again).isEqualTo(first).contains("\"stock\":8");
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(9);
        refused(catalog.write(HttpMethod.POST, path, "{\"quantity\":6}", key, admin), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_refusal_is_the_answer_to_its_key_for_ever() {
        String key = CatalogClient.key();
        String admin = Tokens.admin("root");
        long tea = catalog.add("Tea", 500, 1_000_000_000);
        String path = "/v1/products/" + tea + "/restocks";

        refused(catalog.write(HttpMethod.POST, path, "{\"quantity\":5}", key, admin), 400, "VALIDATION_FAILED");
        jdbc.sql("update product set stock = 0, sold = 1000000000 where id = ?")
                .param(tea)
                .update();

        refused(catalog.write(HttpMethod.POST, path, "{\"quantity\":5}", key, admin), 400, "VALIDATION_FAILED");
        assertThat(StockBooks.of(jdbc, tea).restocked()).isZero();
    }

    @Test
    void concurrent_duplicates_have_one_effect() {
        long tea = catalog.add("Tea", 500, 0);
        String key = CatalogClient.key();
        String admin = Tokens.admin("root");

        List<CompletableFuture<String>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> body(catalog.write(
                        HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":5}", key, admin))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(5);
    }

    @Test
    void every_new_name_or_price_is_told_once_and_stock_moves_are_not() {
        try (var events = TopicProbe.on(Topics.PRODUCT_EVENTS)) {
            long tea = catalog.add("Tea", 500, 3);
            String path = "/v1/products/" + tea;
            catalog.write(HttpMethod.POST, path + "/restocks", "{\"quantity\":5}");
            catalog.write(HttpMethod.PATCH, path, "{\"price\":500}")
                    .expectStatus()
                    .isOk();
            catalog.write(HttpMethod.PATCH, path, "{\"price\":600}")
                    .expectStatus()
                    .isOk();
            catalog.write(HttpMethod.PATCH, path, "{\"name\":\"Green tea\"}");

            var told = events.await(3, event -> event.key().equals(Long.toString(tea)));

            assertThat(told)
                    .hasSize(3)
                    .allSatisfy(event ->
                            assertThat(TopicProbe.header(event, "ce_type")).contains("product.changed.v1"));
            assertThat(told.stream().map(TopicProbe::text).sorted(Comparator.comparing(CatalogTest::version)))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"name\":\"Tea\"", "\"price\":500", "\"version\":1"),
                            second -> assertThat(second).contains("\"name\":\"Tea\"", "\"price\":600", "\"version\":2"),
                            third -> assertThat(third).contains("\"name\":\"Green tea\"", "\"version\":3"));
        }
    }

    private static String version(String event) {
        return event.replaceAll(".*\"version\":(\\d+).*", "$1");
    }

    @Test
    void the_running_service_may_neither_delete_products_nor_change_tables() {
        assertThatThrownBy(() -> jdbc.sql("delete from product").update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("truncate product").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void the_document_tells_what_is_asked_and_answered() {
        String revision = "$.paths['/v1/products/{productId}'].patch";

        catalog.get("/v3/api-docs")
                .expectBody()
                .jsonPath(revision + ".responses['200'].content..['$ref']")
                .isEqualTo("#/components/schemas/ProductView")
                .jsonPath(revision + ".requestBody.content..['$ref']")
                .isEqualTo("#/components/schemas/ReviseProductRequest")
                .jsonPath("$.components.schemas.ReviseProductRequest.properties.keys()")
                .value(Object.class, names -> assertThat(names).hasToString("[name, price]"))
                .jsonPath("$.paths['/v1/products'].post.responses['201'].content..['$ref']")
                .isEqualTo("#/components/schemas/ProductView");
    }

    private static String body(ResponseSpec answer) {
        return answer.expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
