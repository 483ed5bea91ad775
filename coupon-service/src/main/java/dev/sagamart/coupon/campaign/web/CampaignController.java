package dev.sagamart.coupon.campaign.web;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.CountRemaining;
import dev.sagamart.coupon.campaign.CreateCampaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns over HTTP. */
@RestController
@RequestMapping("/v1/coupon-campaigns")
class CampaignController {
    private final CreateCampaign createCampaign;
    private final FindCampaign findCampaign;
    private final CountRemaining countRemaining;
    private final RequestKeys requests;

    CampaignController(
            CreateCampaign createCampaign,
            FindCampaign findCampaign,
            CountRemaining countRemaining,
            RequestKeys requests) {
        this.createCampaign = createCampaign;
        this.findCampaign = findCampaign;
        this.countRemaining = countRemaining;
        this.requests = requests;
    }

    @PostMapping
    @Operation(summary = "Open a campaign")
    @ApiResponse(
            responseCode = "201",
            headers = @Header(name = "Location"),
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<String> create(RequestKey key, @Valid @RequestBody CreateCampaignRequest request) {
        CreateCampaign.Command command = request.toCommand();
        return requests.once(key, request, () -> {
            Campaign created = createCampaign.create(command);
            return Answer.created(
                    URI.create("/v1/coupon-campaigns/" + created.id()), CampaignView.of(created, created.quantity()));
        });
    }

    @GetMapping("/{campaignId}")
    @Operation(summary = "A campaign")
    @Refuses(status = 404, codes = "CAMPAIGN_NOT_FOUND")
    CampaignView find(@PathVariable long campaignId) {
        return findCampaign
                .find(campaignId)
                .map(campaign -> CampaignView.of(campaign, countRemaining.of(campaign)))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "CAMPAIGN_NOT_FOUND", "There is no such campaign.")
                        .asException());
    }
}
