package dev.sagamart.gateway.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.core.io.ClassPathResource;

/** A Lua script of this package; each may run more than once for one call and still has one effect. */
enum Script {
    CLAIM("claim"),
    COMPLETE("complete"),
    RENEW("renew"),
    RELEASE("release");

    private final String source;

    Script(String name) {
        try {
            source = new ClassPathResource("idempotency/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletionStage<List<String>> run(RedissonClient redis, String key, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .evalAsync(
                        key,
                        RScript.Mode.READ_WRITE,
                        source,
                        RScript.ReturnType.LIST,
                        List.of((Object) key),
                        arguments);
    }
}
