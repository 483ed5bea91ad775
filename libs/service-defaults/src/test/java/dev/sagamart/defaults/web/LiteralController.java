package dev.sagamart.defaults.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what it was given. */
@RestController
class LiteralController {
    /** An id in a body. */
    record Named(UUID id) {}

    @GetMapping("/v1/literal/{number}")
    Map<String, Long> number(@PathVariable long number) {
        return Map.of("number", number);
    }

    @GetMapping("/v1/ids/{id}")
    Map<String, UUID> id(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @PostMapping("/v1/named")
    Named named(@RequestBody Named named) {
        return named;
    }
}
