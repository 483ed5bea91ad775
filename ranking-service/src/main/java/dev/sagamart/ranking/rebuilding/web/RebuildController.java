package dev.sagamart.ranking.rebuilding.web;

import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.ranking.rebuilding.FindRebuilds;
import dev.sagamart.ranking.rebuilding.Rebuild;
import dev.sagamart.ranking.rebuilding.RequestRebuild;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds, for admins. */
@RestController
@RequestMapping(RebuildController.PATH)
class RebuildController {
    static final String PATH = "/v1/products/popular/rebuilds";

    private final RequestRebuild requestRebuild;
    private final FindRebuilds findRebuilds;
    private final RequestKeys requests;

    RebuildController(RequestRebuild requestRebuild, FindRebuilds findRebuilds, RequestKeys requests) {
        this.requestRebuild = requestRebuild;
        this.findRebuilds = findRebuilds;
        this.requests = requests;
    }

    @PostMapping
    @Operation(summary = "Make the sums behind the best sellers anew from the completed orders; one at a time")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Rebuild.class)))
    ResponseEntity<String> rebuild(RequestKey key) {
        return requests.once(key, Map.of(), () -> Answer.of(HttpStatus.ACCEPTED, requestRebuild.request(key.userId())));
    }

    @GetMapping
    @Operation(summary = "What became of the rebuilds, newest first")
    Page<Rebuild> rebuilds(PageQuery page) {
        return findRebuilds.newest(page);
    }
}
