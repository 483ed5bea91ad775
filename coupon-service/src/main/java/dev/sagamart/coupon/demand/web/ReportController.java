package dev.sagamart.coupon.demand.web;

import dev.sagamart.coupon.demand.ReportCampaign;
import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
class ReportController {
    private final ReportCampaign reportCampaign;

    ReportController(ReportCampaign reportCampaign) {
        this.reportCampaign = reportCampaign;
    }

    @GetMapping("/v1/coupon-campaigns/{campaignId}/report")
    @Operation(summary = "Who asked for coupons of a campaign and who got them; final when it has ended")
    @Refuses(status = 404, codes = "CAMPAIGN_NOT_FOUND")
    CampaignReportView report(@PathVariable long campaignId) {
        return reportCampaign
                .of(campaignId)
                .map(CampaignReportView::of)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "CAMPAIGN_NOT_FOUND", "There is no such campaign.")
                        .asException());
    }
}
