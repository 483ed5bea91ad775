package dev.sagamart.ranking.popular.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.contracts.order.SoldLine;
import dev.sagamart.contracts.product.ProductChanged;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.ranking.CleanTables;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest(database = "ranking")
class PopularProductsTest {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Publisher publisher;

    @BeforeEach
    void clean() throws Exception {
        CleanTables.clean();
    }

    @Test
    void anybody_sees_what_sold_best_as_of_the_last_refresh() {
        Instant now = Instant.now(Clock.systemUTC());
        UUID order = Uuid7.next();
        publisher.publishAll(List.of(
                Outgoing.of(Topics.PRODUCT_EVENTS, 7L, new ProductChanged(7, "녹차", 500, 1, now)),
                Outgoing.of(
                        Topics.ORDER_EVENTS,
                        order,
                        new OrderCompleted(
                                order, "u1", List.of(new SoldLine(8, 2, 1), new SoldLine(7, 3, 500)), 1_502, now))));
        awaitRows("product_sales_hourly", 2);
        awaitRows("product_name", 1);

        refresh(key(), Tokens.admin("root")).expectStatus().isAccepted();

        http.get()
                .uri("/v1/products/popular")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.asOf")
                .value(String.class, asOf -> assertThat(Instant.parse(asOf)).isBetween(now, now.plusSeconds(60)))
                .jsonPath("$.windowDays")
                .isEqualTo(3)
                .jsonPath("$.length()")
                .isEqualTo(3)
                .json("""
                        {"items":[{"rank":1,"productId":7,"name":"녹차","soldQuantity":3},
                                  {"rank":2,"productId":8,"name":"Product 8","soldQuantity":2}]}""");
    }

    @Test
    void no_sales_are_an_empty_list() {
        refresh(key(), Tokens.admin("root")).expectStatus().isAccepted();

        http.get()
                .uri("/v1/products/popular")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void the_list_can_be_read_and_refreshed_while_redis_is_away() {
        refresh(key(), Tokens.admin("root")).expectStatus().isAccepted();
        Infrastructure.redis().kill();
        try {
            String before = popular();
            refresh(key(), Tokens.admin("root")).expectStatus().isAccepted();
            assertThat(popular()).isNotEqualTo(before);
        } finally {
            Infrastructure.redis().start();
        }
    }

    @Test
    void only_admins_refresh() {
        refused(refresh(key(), Tokens.user("u1")), 403, "FORBIDDEN");
        refused(refresh(key(), null), 401, "UNAUTHENTICATED");
    }

    @Test
    void a_refresh_needs_a_key_and_the_same_key_gets_the_same_answer() {
        String admin = Tokens.admin("root");
        String key = key();

        refused(refresh(null, admin), 400, "IDEMPOTENCY_KEY_MISSING");
        refused(refresh("short", admin), 400, "IDEMPOTENCY_KEY_MALFORMED");
        String first = body(refresh(key, admin));
        String again = body(refresh(key, admin));
        String other = body(refresh(key(), admin));

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void there_is_no_other_way_to_the_list() {
        refused(
                http.delete()
                        .uri("/v1/products/popular")
                        .header("Authorization", "Bearer " + Tokens.admin("root"))
                        .exchange(),
                405,
                "METHOD_NOT_ALLOWED");
    }

    @Test
    void the_document_tells_what_is_answered() {
        http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/v1/products/popular/refreshes'].post.responses['202'].content..['$ref']")
                .isEqualTo("#/components/schemas/PopularProducts")
                .jsonPath("$.paths['/v1/products/popular'].get.responses['200'].content..['$ref']")
                .isEqualTo("#/components/schemas/PopularProducts");
    }

    private String popular() {
        return http.get()
                .uri("/v1/products/popular")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void awaitRows(String table, int rows) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows));
    }

    private ResponseSpec refresh(@Nullable String key, @Nullable String token) {
        var request = http.post().uri("/v1/products/popular/refreshes");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String body(ResponseSpec answer) {
        return answer.expectStatus()
                .isAccepted()
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
                .isEqualTo(code);
    }
}
