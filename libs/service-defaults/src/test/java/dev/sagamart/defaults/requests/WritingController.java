package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.problem.Problem;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Writes that have an effect once per request key; what becomes of one depends on its name. */
@RestController
class WritingController {
    private final RequestKeys requests;
    private final GroupedRequests grouped;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    final AtomicInteger runs = new AtomicInteger();
    volatile boolean broken;

    WritingController(
            RequestKeys requests, GroupedRequests grouped, JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.requests = requests;
        this.grouped = grouped;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What is to be written. */
    record Writing(@NotNull String name, Integer size) {}

    @PostMapping("/v1/writings")
    ResponseEntity<String> write(RequestKey key, @RequestBody Writing writing) {
        return requests.once(key, writing, () -> effect(key, writing));
    }

    @PostMapping("/v1/grouped")
    ResponseEntity<String> writeInGroup(RequestKey key, @RequestBody Writing writing) {
        return grouped.once(key, writing, users -> {}, () -> effect(key, writing));
    }

    private Answer effect(RequestKey key, Writing writing) {
        runs.incrementAndGet();
        if (writing.name().equals("refused")) {
            return Answer.refused(Problem.of(HttpStatus.CONFLICT, "SOLD_OUT", "Nothing is left.")
                    .with("left", 0));
        }
        jdbc.update("insert into effect (user_id, name) values (?, ?)", key.userId(), writing.name());
        if (writing.name().equals("fragile") && broken) {
            throw new IllegalStateException("broken on the way");
        }
        return Answer.created(URI.create("/v1/writings/7"), Map.of("id", UUID.randomUUID(), "name", writing.name()));
    }

    @PostMapping("/v1/tied")
    ResponseEntity<String> tie(RequestKey key, @RequestBody Writing writing) {
        UUID fresh = UUID.randomUUID();
        Optional<UUID> earlier = transactions
                .execute(status -> requests.tie(List.of(new Tie(key, writing, fresh))))
                .getFirst();
        return ResponseEntity.accepted().body(earlier.orElse(fresh).toString());
    }
}
