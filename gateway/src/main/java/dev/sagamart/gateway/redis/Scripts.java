package dev.sagamart.gateway.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs scripts in Redis without ever blocking an event loop, which the client's very first command would do. */
@Component
public class Scripts {

    private static final Script NOTHING = new Script("return {}");

    private final Map<Script, Rounds> rounds = new ConcurrentHashMap<>();
    private final RedissonClient redis;
    private final Duration patience;
    private volatile boolean open;

    public Scripts(RedissonClient redis, RedisProperties properties) {
        this.redis = redis;
        this.patience = properties.patience();
    }

    /**
     * As {@link #run}, but together with others who run the same script now.
     *
     * @param keys as many in each call
     * @param arguments as many in each call
     */
    public Mono<List<String>> runWithOthers(Script script, List<String> keys, Object... arguments) {
        return rounds.computeIfAbsent(script, known -> new Rounds(known, patience, this::run))
                .run(keys, arguments);
    }

    /** What the script says, or a failure once the patience is over; then its outcome is unknown. */
    public Mono<List<String>> run(Script script, List<String> keys, Object... arguments) {
        return run(script, keys, arguments, patience);
    }

    private Mono<List<String>> run(Script script, List<String> keys, Object[] arguments, Duration longest) {
        var command = Mono.fromCompletionStage(() -> send(script, keys, arguments));
        var sent = open
                ? command
                : command.subscribeOn(Schedulers.boundedElastic()).doOnNext(said -> open = true);
        return sent.timeout(longest);
    }

    private CompletionStage<List<String>> send(Script script, List<String> keys, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .evalAsync(
                        keys.getFirst(),
                        RScript.Mode.READ_WRITE,
                        script.source(),
                        RScript.ReturnType.LIST,
                        List.<Object>copyOf(keys),
                        arguments);
    }

    /** Connects before the first request needs it; if Redis is away, the requests will find out themselves. */
    @EventListener(ApplicationReadyEvent.class)
    void openEarly() {
        run(NOTHING, List.of("idempotency:nobody")).onErrorComplete().subscribe();
    }
}
