package dev.sagamart.ranking;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.sql.SQLException;

/** Forgets all sales and names, so that a ranking has what its test gave it and nothing else. */
public final class CleanTables {
    private CleanTables() {}

    public static void clean() throws SQLException {
        try (var connection = Infrastructure.connect("ranking");
                var statement = connection.createStatement()) {
            statement.execute("truncate product_sales_hourly, counted_order, product_name");
        }
    }
}
