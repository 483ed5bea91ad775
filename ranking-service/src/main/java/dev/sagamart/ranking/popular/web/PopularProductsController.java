package dev.sagamart.ranking.popular.web;

import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.ranking.popular.FindPopular;
import dev.sagamart.ranking.popular.PopularProducts;
import dev.sagamart.ranking.popular.RefreshRanking;
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

/** The popular products: for everybody to read, for admins to refresh. */
@RestController
@RequestMapping("/v1/products/popular")
class PopularProductsController {
    private final FindPopular findPopular;
    private final RefreshRanking refreshRanking;
    private final RequestKeys requests;

    PopularProductsController(FindPopular findPopular, RefreshRanking refreshRanking, RequestKeys requests) {
        this.findPopular = findPopular;
        this.refreshRanking = refreshRanking;
        this.requests = requests;
    }

    @GetMapping
    @Operation(summary = "The best sellers of the last days")
    PopularProducts popular() {
        return findPopular.find();
    }

    @PostMapping("/refreshes")
    @Operation(summary = "Compute the best sellers now")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = PopularProducts.class)))
    ResponseEntity<String> refresh(RequestKey key) {
        return requests.once(key, Map.of(), () -> Answer.of(HttpStatus.ACCEPTED, refreshRanking.refresh()));
    }
}
