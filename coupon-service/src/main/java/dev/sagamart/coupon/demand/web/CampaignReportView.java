package dev.sagamart.coupon.demand.web;

import dev.sagamart.coupon.demand.CampaignReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a campaign went, for its admins. */
record CampaignReportView(
        long campaignId,
        long quantity,
        boolean ended,
        long requests,
        long granted,
        long refused,
        long unanswered,
        @Nullable Instant soldOutAt,
        Fairness fairness,
        long stepSeconds,
        List<Part> timeline) {

    /** Whether the first who came were the first who were served. */
    record Fairness(
            boolean nobodyOvertaken, long overtaken, long positions, long lastPosition, long widestSwapMillis) {}

    /** What happened in one step of the time. */
    record Part(Instant from, long requests, long granted, long refused, long unanswered, long lastPosition) {}

    static CampaignReportView of(CampaignReport report) {
        return new CampaignReportView(
                report.campaign().id(),
                report.campaign().quantity(),
                report.ended(),
                report.demanded().requests(),
                report.given().coupons(),
                report.demanded().refused(),
                report.demanded().unanswered(),
                report.soldOutAt(),
                new Fairness(
                        report.nobodyOvertaken(),
                        report.demanded().overtaken(),
                        report.given().positions(),
                        report.given().lastPosition(),
                        report.given().widestSwap().toMillis()),
                report.step().toSeconds(),
                report.timeline().stream().map(CampaignReportView::part).toList());
    }

    private static Part part(CampaignReport.Part part) {
        return new Part(
                part.from(), part.requests(), part.granted(), part.refused(), part.unanswered(), part.lastPosition());
    }
}
