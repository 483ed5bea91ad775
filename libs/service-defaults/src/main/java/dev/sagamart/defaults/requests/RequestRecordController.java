package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the gateway, on behalf of a user, what this service knows of their request; not part of the public API. */
@Hidden
@RestController
class RequestRecordController {
    /** The answer. */
    record Records(List<RequestRecord> items) {}

    private final List<RequestRecords> records;

    RequestRecordController(List<RequestRecords> records) {
        this.records = records;
    }

    @GetMapping("/internal/requests/{key}")
    Records find(Caller caller, @PathVariable String key) {
        return new Records(records.stream()
                .flatMap(kept -> kept.of(caller.userId(), key).stream())
                .toList());
    }
}
