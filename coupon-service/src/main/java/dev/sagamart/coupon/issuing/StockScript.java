package dev.sagamart.coupon.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.core.io.ClassPathResource;

/** The Lua scripts over a campaign's stock; Redisson may run each several times for one call, to the same effect. */
enum StockScript {
    CLAIM,
    CONFIRM,
    OVERDUE,
    STAGE,
    OPEN,
    OBSERVE,
    CLOSE;

    private final String source = read("stock") + read(name().toLowerCase(Locale.ROOT));

    private static String read(String name) {
        try {
            return new ClassPathResource("issuing/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @throws org.redisson.client.RedisException if Redis does not answer: the effect is then unknown */
    List<String> run(RedissonClient redis, List<Object> keys, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        keys.getFirst().toString(),
                        RScript.Mode.READ_WRITE,
                        source,
                        RScript.ReturnType.LIST,
                        keys,
                        arguments);
    }
}
