package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the lasting tables hold, told shortly; the same after a cold restart. */
final class Digest implements Invariant {
    private static final List<String> TABLES = List.of(
            "point.wallet",
            "point.ledger",
            "product.product",
            "orders.orders",
            "orders.checkout",
            "coupon.campaign",
            "coupon.coupon",
            "coupon.issuance",
            "ranking.product_sales_hourly",
            "charge_log.charge",
            "redis.granted",
            "api.popular");

    private final Books books;
    private final Map<String, String> before;

    private Digest(Books books, Map<String, String> before) {
        this.books = books;
        this.before = before;
    }

    /** Of the books as they are now. */
    static Digest of(Books books) throws SQLException {
        return new Digest(books, take(books));
    }

    private static Map<String, String> take(Books books) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = books.open();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                String sql =
                        "select count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '')"
                                + " from " + table + " t";
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                    digests.put(table, rows.getString(1));
                }
            }
        }
        return digests;
    }

    @Override
    public String id() {
        return "I18";
    }

    @Override
    public String sentence() {
        return "A cold restart changes nothing.";
    }

    @Override
    public List<String> violations() throws SQLException {
        List<String> violations = new ArrayList<>();
        Map<String, String> now = take(books);
        before.forEach((table, digest) -> {
            if (!digest.equals(now.get(table))) {
                violations.add(table + " was " + digest + ", is " + now.get(table));
            }
        });
        return violations;
    }
}
