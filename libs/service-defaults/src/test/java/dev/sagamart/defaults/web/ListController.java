package dev.sagamart.defaults.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers from 1 to 250 in pages, and the people of a list that goes by another order. */
@RestController
class ListController {
    @GetMapping("/v1/list")
    Page<Long> list(PageQuery query) {
        long after = query.after(Long::valueOf).orElse(0L);
        List<Long> rows = LongStream.rangeClosed(after + 1, 250)
                .limit(query.rows())
                .boxed()
                .toList();
        return Page.of(rows, query, number -> number);
    }

    @GetMapping("/v1/names")
    Page<String> names(PageQuery query) {
        return Page.of(List.of("ann", "bob", "cid"), query, name -> name);
    }

    @GetMapping("/v1/time")
    Map<String, Instant> time() {
        return Map.of("at", Instant.parse("2026-11-22T13:40:43.120Z"));
    }
}
