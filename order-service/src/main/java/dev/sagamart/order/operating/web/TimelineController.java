package dev.sagamart.order.operating.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.order.operating.ReadTimeline;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way of an order, for its owner and for support. */
@RestController
class TimelineController {
    private final ReadTimeline readTimeline;

    TimelineController(ReadTimeline readTimeline) {
        this.readTimeline = readTimeline;
    }

    @GetMapping("/v1/orders/{orderId}/timeline")
    @Operation(summary = "What happened to one of your orders; an admin may ask for anybody's")
    @Refuses(status = 404, codes = "ORDER_NOT_FOUND")
    TimelineDocument timeline(Caller caller, @PathVariable UUID orderId) {
        var timeline = caller.isAdmin() ? readTimeline.ofAnybody(orderId) : readTimeline.of(caller.userId(), orderId);
        return timeline.map(found -> TimelineDocument.of(found, caller.isAdmin()))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "There is no such order.")
                        .asException());
    }
}
