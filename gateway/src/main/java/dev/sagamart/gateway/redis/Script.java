package dev.sagamart.gateway.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** A Lua script; it may run more than once for one call, so it must have one effect all the same. */
public record Script(String source) {

    /** @param name the path of the resource, without its ending */
    public static Script of(String name) {
        return new Script(read(name));
    }

    /** The same for many calls at once. */
    Script forMany() {
        return new Script(read("redis/many").replace("-- HERE", source));
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
