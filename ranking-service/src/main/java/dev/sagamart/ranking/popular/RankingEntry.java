package dev.sagamart.ranking.popular;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ranking as JSON in one Redis entry, replaced as a whole and never by an older one. While Redis is away there is
 * none, and after a failure nobody waits for it again for a moment.
 */
@Component
class RankingEntry {
    static final String KEY = "ranking:popular";
    static final Duration REST = Duration.ofSeconds(2);

    /** Instants without their Z are in the order of their text. To run it twice does no harm. */
    private static final String REPLACE = """
            local function as_of(text)
              local is_json, ranking = pcall(cjson.decode, text)
              if is_json and type(ranking) == 'table' and type(ranking.asOf) == 'string' then
                return (string.gsub(ranking.asOf, 'Z$', ''))
              end
              return ''
            end
            local shown = redis.call('get', KEYS[1])
            if not shown or as_of(shown) <= as_of(ARGV[1]) then
              redis.call('set', KEYS[1], ARGV[1])
            end
            return 1""";

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
            return parse(redis.<String>getBucket(KEY).get());
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
            redis.getScript(StringCodec.INSTANCE)
                    .eval(
                            RScript.Mode.READ_WRITE,
                            REPLACE,
                            RScript.ReturnType.LONG,
                            List.of(KEY),
                            json.writeValueAsString(ranking));
        } catch (RedisException away) {
            rest(away);
        }
    }

    private boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    private void rest(RedisException away) {
        log.warn("Redis is away: {}", away.toString());
        restsUntil = clock.instant().plus(REST);
    }
}
