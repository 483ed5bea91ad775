package dev.sagamart.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sagamart.ranking.CleanTables;
import dev.sagamart.ranking.names.ProductNames;
import dev.sagamart.ranking.sales.BestSellers;
import dev.sagamart.ranking.sales.CountedUntil;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(database = "ranking")
class ComputeRankingTest {
    private static final Instant NOW = Instant.parse("2020-06-10T13:30:00.123456Z");

    @Autowired
    CountedUntil countedUntil;

    @Autowired
    BestSellers bestSellers;

    @Autowired
    ProductNames productNames;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void clean() throws Exception {
        CleanTables.clean();
    }

    @Test
    void the_best_five_come_first_and_of_equals_the_smaller_id() {
        sold("2020-06-10T12:00:00Z", 1, 10);
        sold("2020-06-09T12:00:00Z", 2, 7);
        sold("2020-06-10T12:00:00Z", 2, 7);
        sold("2020-06-10T12:00:00Z", 6, 3);
        sold("2020-06-10T12:00:00Z", 5, 3);
        sold("2020-06-10T12:00:00Z", 4, 3);
        sold("2020-06-10T12:00:00Z", 3, 3);
        named(1, "Tea");
        named(2, "Cup");

        assertThat(rankingAt(NOW).items())
                .containsExactly(
                        new PopularProduct(1, 2, "Cup", 14),
                        new PopularProduct(2, 1, "Tea", 10),
                        new PopularProduct(3, 3, "Product 3", 3),
                        new PopularProduct(4, 4, "Product 4", 3),
                        new PopularProduct(5, 5, "Product 5", 3));
    }

    @Test
    void the_running_hour_and_the_72_before_it_count() {
        sold("2020-06-07T12:00:00Z", 1, 1);
        sold("2020-06-07T13:00:00Z", 2, 1);
        sold("2020-06-10T13:00:00Z", 3, 1);
        sold("2020-06-10T14:00:00Z", 4, 1);

        assertThat(rankingAt(NOW).items()).extracting(PopularProduct::productId).containsExactly(2L, 3L);
        assertThat(rankingAt(Instant.parse("2020-06-10T13:59:59.999Z")).items())
                .extracting(PopularProduct::productId)
                .containsExactly(2L, 3L);
        assertThat(rankingAt(Instant.parse("2020-06-10T14:00:00Z")).items())
                .extracting(PopularProduct::productId)
                .containsExactly(3L, 4L);
    }

    @Test
    void fewer_than_five_products_make_a_shorter_list() {
        sold("2020-06-10T12:00:00Z", 1, 10);

        assertThat(rankingAt(NOW).items())
                .extracting(PopularProduct::rank, PopularProduct::productId)
                .containsExactly(tuple(1, 1L));
    }

    @Test
    void no_sales_make_an_empty_list_of_this_moment() {
        assertThat(rankingAt(NOW))
                .isEqualTo(new PopularProducts(Instant.parse("2020-06-10T13:30:00.123Z"), 3, List.of()));
    }

    private PopularProducts rankingAt(Instant now) {
        return new ComputeRanking(countedUntil, bestSellers, productNames, Clock.fixed(now, ZoneOffset.UTC)).compute();
    }

    private void sold(String hour, long product, long quantity) {
        jdbc.sql("insert into product_sales_hourly (hour, product_id, quantity) values (?, ?, ?)")
                .params(Timestamp.from(Instant.parse(hour)), product, quantity)
                .update();
    }

    private void named(long product, String name) {
        jdbc.sql("insert into product_name (product_id, name, version) values (?, ?, 1)")
                .params(product, name)
                .update();
    }
}
