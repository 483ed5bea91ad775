package dev.sagamart.gateway.idempotency;

import java.util.List;
import org.redisson.api.RedissonClient;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends scripts to Redis without ever blocking an event loop, which the client's very first command would do. */
@Component
class StoreConnection {

    private final RedissonClient redis;
    private volatile boolean open;

    StoreConnection(RedissonClient redis) {
        this.redis = redis;
    }

    Mono<List<String>> run(Script script, String key, Object... arguments) {
        var command = Mono.fromCompletionStage(() -> script.run(redis, key, arguments));
        return open ? command : command.subscribeOn(Schedulers.boundedElastic()).doOnNext(said -> open = true);
    }

    /** Connects before the first request needs it; if Redis is away, the requests will find out themselves. */
    @EventListener(ApplicationReadyEvent.class)
    void openEarly() {
        run(Script.RELEASE, "idempotency:nobody", "nobody").onErrorComplete().subscribe();
    }
}
