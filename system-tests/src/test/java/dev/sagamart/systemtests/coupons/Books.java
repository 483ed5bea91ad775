package dev.sagamart.systemtests.coupons;

import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What coupon-service has written down. */
record Books(SuiteUnderTest suite) {

    /** The coupons of a campaign by user. */
    Map<String, String> held(long campaign) throws SQLException {
        Map<String, String> held = new HashMap<>();
        try (var connection = suite.database("coupon");
                var query = connection.prepareStatement("select user_id, id from coupon where campaign_id = ?")) {
            query.setLong(1, campaign);
            var rows = query.executeQuery();
            while (rows.next()) {
                held.put(rows.getString(1), rows.getString(2));
            }
        }
        return held;
    }
}
