package dev.sagamart.ranking.popular;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ranking as JSON in one Redis entry, replaced as a whole. While Redis is away there is none, and after a failure
 * nobody waits for it again for a moment.
 */
@Component
class RankingEntry {
    static final String KEY = "ranking:popular";
    static final Duration REST = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(RankingEntry.class);

    private final RedissonClient redis;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    RankingEntry(RedissonClient redis, JsonMapper json, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    /** Empty if there is none, or none to be had. */
    Optional<PopularProducts> read() {
        if (rests()) {
            return Optional.empty();
        }
        try {
            return parse(entry().get());
        } catch (RedisException away) {
            rest(away);
            return Optional.empty();
        }
    }

    private Optional<PopularProducts> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(text, PopularProducts.class));
        } catch (JacksonException unreadable) {
            log.warn("The ranking in Redis is not readable: {}", unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** Does its best: whoever finds none there writes it again. */
    void replace(PopularProducts ranking) {
        if (rests()) {
            return;
        }
        try {
            entry().set(json.writeValueAsString(ranking));
        } catch (RedisException away) {
            rest(away);
        }
    }

    private RBucket<String> entry() {
        return redis.getBucket(KEY);
    }

    private boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    private void rest(RedisException away) {
        log.warn("Redis is away: {}", away.toString());
        restsUntil = clock.instant().plus(REST);
    }
}
