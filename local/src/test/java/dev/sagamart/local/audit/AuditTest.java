package dev.sagamart.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {
    @TempDir
    static Path home;

    static SmallShop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = new SmallShop(home);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void restore() throws SQLException {
        shop.restore();
    }

    @Test
    void services_that_say_the_same_agree() {
        AuditReport report = audit();

        assertThat(report.differing()).isEmpty();
        assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.AGREE);
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.WHEN_QUIET)
                .allSatisfy(finding -> assertThat(finding.compared()).isPositive());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "balances          | point      | update wallet set balance = 851",
                "ledger-chain      | point      | update ledger set balance_after = 899 where amount = -150",
                "points-of-orders  | point      | delete from ledger where kind = 'REFUND'",
                "points-of-orders  | point      | update ledger set amount = -151 where amount = -150",
                "points-of-orders  | orders     | update orders set user_id = 'jiho' where status = 'COMPLETED'",
                "points-of-users   | point      | delete from ledger where order_id = BOUGHT",
                "charge-log        | charge_log | truncate charge",
                "charge-log        | charge_log | insert into charge values ('a', BOUGHT, 1, 1, now())",
                "charge-log        | charge_log | update charge set amount = 999",
                "stock             | product    | update product set stock = stock + 1",
                "stock-of-products | product    | update product set sold = sold + 1, stock = stock - 1",
                "stock-of-orders   | product    | delete from handled_command where order_id = BOUGHT",
                "stock-of-orders   | product    | delete from handled_command where compensation",
                "order-totals      | orders     | update orders set subtotal = 201, total = 151 where id = BOUGHT",
                "orders-and-sagas  | orders     | update checkout set state = 'COMPLETED'",
                "orders-and-sagas  | orders     | delete from orders where id = BOUGHT",
                "coupons-of-orders | coupon     | update coupon set status = 'ISSUED', order_id = null, used_at = null",
                "coupons-of-orders | orders     | update orders set coupon_id = null",
                "coupons-issued    | coupon     | update campaign set issued = 2",
                "coupon-history    | coupon     | truncate issuance",
                "ranking-of-orders | ranking    | update product_sales_hourly set quantity = 3"
            })
    void a_difference_is_found_and_told(String check, String database, String damage) throws SQLException {
        shop.execute(database, damage);

        AuditReport report = audit();

        assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.DIFFER);
        assertThat(report.differing())
                .filteredOn(finding -> finding.id().equals(check))
                .singleElement()
                .satisfies(finding -> assertThat(finding.examples()).isNotEmpty());
    }

    @Test
    void an_order_that_paid_twice_is_told_with_what_each_service_says() throws SQLException {
        shop.execute("orders", "update orders set discount = 100, total = 100 where id = BOUGHT");

        assertThat(found("points-of-orders").examples())
                .containsExactly("order_id " + SmallShop.BOUGHT
                        + ": orders: user_id=mina total=100, point: user_id=mina taken=150");
    }

    @Test
    void what_is_still_on_its_way_is_no_difference() throws SQLException {
        shop.execute(
                "orders", "update checkout set state = 'COMPENSATING', due_at = now() where order_id = REFUSED_ORDER");
        shop.execute("point", "delete from ledger where kind = 'REFUND'; update wallet set balance = 750");

        assertThat(audit().verdict()).isEqualTo(AuditReport.Verdict.NOT_QUIET);
        assertThat(found("open-sagas").differences()).isOne();
    }

    @Test
    void an_unsent_message_is_unrest() throws SQLException {
        shop.execute("point", """
                insert into outbox (id, topic, key, type, payload, created_at)
                values (BOUGHT, 'point.events', 'mina', 'point.charged.v1', '', now())""");

        assertThat(audit().verdict()).isEqualTo(AuditReport.Verdict.NOT_QUIET);
    }

    @Test
    void a_wrong_sum_within_one_service_differs_however_much_is_on_its_way() throws SQLException {
        shop.execute(
                "orders", "update checkout set state = 'COMPENSATING', due_at = now() where order_id = REFUSED_ORDER");
        shop.execute("point", "update wallet set balance = 851");

        assertThat(audit().verdict()).isEqualTo(AuditReport.Verdict.DIFFER);
    }

    @Test
    void only_the_first_few_of_many_differences_are_told() throws SQLException {
        shop.execute("ranking", """
                insert into product_sales_hourly
                select date_trunc('hour', now(), 'UTC'), 100 + i, 1 from generate_series(1, 20000) as i""");

        Finding finding = found("ranking-of-orders");

        assertThat(finding.differences()).isEqualTo(20_000);
        assertThat(finding.examples()).hasSize(5);
    }

    @Test
    void reading_changes_nothing_and_leaves_no_transaction_open() throws SQLException {
        audit();

        try (var connection = shop.connect("point");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from pg_stat_activity where state like 'idle in transaction%'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static Finding found(String check) {
        List<Finding> findings = audit().findings();
        return findings.stream()
                .filter(finding -> finding.id().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static AuditReport audit() {
        return new Audit(shop::connect, Clock.systemUTC()).run(AuditProgress.SILENT);
    }
}
