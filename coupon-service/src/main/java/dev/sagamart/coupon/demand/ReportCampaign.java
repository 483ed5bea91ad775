package dev.sagamart.coupon.demand;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.coupon.demand.CampaignReport.Given;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports how a campaign went: who asked, who was served, and whether anybody was overtaken. */
@Service
public class ReportCampaign {
    private final FindCampaign campaigns;
    private final ReportQueries queries;
    private final Clock clock;

    ReportCampaign(FindCampaign campaigns, ReportQueries queries, Clock clock) {
        this.campaigns = campaigns;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CampaignReport> of(long campaignId) {
        return campaigns.find(campaignId).map(this::report);
    }

    private CampaignReport report(Campaign campaign) {
        Given given = queries.given(campaign.id());
        Steps steps = queries.steps(campaign.id());
        return new CampaignReport(
                campaign,
                campaign.issuing().isOver(clock.instant()),
                queries.demanded(campaign.id(), given.lastPosition()),
                given,
                given.coupons() == campaign.quantity() ? given.lastAt() : null,
                steps.length(),
                queries.timeline(campaign.id(), steps));
    }
}
