package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into the books what Redis knows of coupons. */
record RedisPages(int port, Books books) {
    private static final Pattern CAMPAIGN = Pattern.compile("coupon:\\{(\\d+)}:grants");

    void write() throws IOException, SQLException {
        try (var redis = new Redis(port);
                Connection connection = books.open();
                var campaign = connection.prepareStatement("insert into redis.campaign values (?, ?, ?)");
                var granted = connection.prepareStatement("insert into redis.granted values (?, ?, ?)")) {
            for (String key : redis.keys("coupon:*:grants")) {
                Matcher matcher = CAMPAIGN.matcher(key);
                if (matcher.matches()) {
                    write(redis, Long.parseLong(matcher.group(1)), key, campaign, granted);
                }
            }
            granted.executeBatch();
        }
    }

    private static void write(Redis redis, long id, String key, PreparedStatement campaign, PreparedStatement granted)
            throws IOException, SQLException {
        campaign.setLong(1, id);
        campaign.setObject(2, number(redis.text("HGET", key, "#left")));
        campaign.setObject(3, number(redis.text("ZCARD", key.replace(":grants", ":pending"))));
        campaign.execute();
        List<String> entries = redis.list("HGETALL", key);
        for (int index = 0; index < entries.size(); index += 2) {
            if (!entries.get(index).startsWith("#")) {
                granted.setLong(1, id);
                granted.setString(2, entries.get(index));
                granted.setString(3, entries.get(index + 1).split("\\|", -1)[1]);
                granted.addBatch();
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Long number(@org.jspecify.annotations.Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
