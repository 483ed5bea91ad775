package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.oracle.Redis;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Entrance;
import dev.sagamart.systemtests.shop.Shop;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Does the database keep to the quantity of a campaign when Redis, whose counter was forged, gives out more? */
final class HowMany implements Question {
    private static final int QUANTITY = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Override
    public List<String> wrong(Cluster cluster) throws Exception {
        var shop = new Shop(new Client(new Entrance(cluster.gateways().getFirst(), cluster.mint())));
        long campaign = shop.open(Shop.campaign(Shop.fixed(10), QUANTITY));
        shop.takeCoupon("how-many-1", campaign).expect("201");
        forge(cluster, campaign);
        shop.takeCoupon("how-many-2", campaign).expect("201");
        try (Connection database = cluster.database("coupon")) {
            long issued = issued(database, campaign);
            for (long begin = System.nanoTime();
                    issued <= QUANTITY && System.nanoTime() - begin < PATIENCE.toNanos();
                    issued = issued(database, campaign)) {
                Thread.sleep(LOOK);
            }
            return issued <= QUANTITY ? List.of() : List.of("%d coupons of %d were issued".formatted(issued, QUANTITY));
        }
    }

    private static void forge(Cluster cluster, long campaign) throws IOException {
        try (var redis = new Redis(cluster.redis())) {
            redis.text("HINCRBY", "coupon:{" + campaign + "}:grants", "#left", "1");
        }
    }

    private static long issued(Connection database, long campaign) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select count(*) from coupon where campaign_id = ?")) {
            query.setLong(1, campaign);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
