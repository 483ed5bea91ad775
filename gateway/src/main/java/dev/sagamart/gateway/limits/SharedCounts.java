package dev.sagamart.gateway.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sagamart.gateway.redis.Script;
import dev.sagamart.gateway.redis.Scripts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the other gateways, through Redis, what this one has admitted, and learns what they have. No request waits for
 * it: callers who use a good part of their allowance are compared a few times a second. Without Redis each gateway
 * goes on with its own count.
 */
@Component
class SharedCounts {

    private static final Script SHARE = Script.of("limits/share");
    private static final int MOST_AT_ONCE = 500;

    private record Report(Allowance allowance, long count) {}

    private final Queue<Allowance> changed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicLong sequence = new AtomicLong();
    private final String reportKey = "limit:report:" + UUID.randomUUID();
    private final Scripts scripts;
    private final Duration pause;
    private final Ticker ticker;
    private final Counter failures;

    SharedCounts(Scripts scripts, RateLimitProperties properties, Ticker ticker, MeterRegistry meters) {
        this.scripts = scripts;
        this.pause = properties.shareEvery();
        this.ticker = ticker;
        this.failures = meters.counter("sagamart.gateway.limits.unshared");
    }

    void share(Allowance allowance) {
        changed.add(allowance);
        plan();
    }

    private void plan() {
        if (!changed.isEmpty() && planned.compareAndSet(false, true)) {
            Mono.delay(pause).then(Mono.defer(this::compare)).subscribe();
        }
    }

    private Mono<Void> compare() {
        var reports = reports();
        return scripts.run(SHARE, keys(reports), arguments(reports))
                .doOnNext(owed -> learn(reports, owed))
                .doOnError(failure -> giveBack(reports))
                .then()
                .onErrorComplete()
                .doFinally(end -> {
                    planned.set(false);
                    plan();
                });
    }

    private List<Report> reports() {
        long now = ticker.read();
        var reports = new ArrayList<Report>();
        for (var next = changed.poll(); next != null; next = changed.poll()) {
            reports.add(new Report(next, next.takeUnshared(now)));
            if (reports.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return reports;
    }

    private List<String> keys(List<Report> reports) {
        var keys = new ArrayList<>(List.of(reportKey));
        reports.forEach(report -> keys.add(report.allowance().key()));
        return keys;
    }

    private Object[] arguments(List<Report> reports) {
        var arguments = new ArrayList<Object>(List.of(sequence.incrementAndGet()));
        reports.forEach(report ->
                arguments.add(micros(report.count() * report.allowance().limit().interval())));
        return arguments.toArray();
    }

    private void learn(List<Report> reports, List<String> owed) {
        long now = ticker.read();
        for (int i = 0; i < reports.size(); i++) {
            var shared = Duration.of(Long.parseLong(owed.get(i)), ChronoUnit.MICROS);
            reports.get(i).allowance().learn(now, shared.toNanos());
        }
    }

    private void giveBack(List<Report> reports) {
        failures.increment();
        reports.forEach(report -> report.allowance().giveBack(report.count()));
    }

    private static long micros(long nanos) {
        return nanos / 1_000;
    }
}
