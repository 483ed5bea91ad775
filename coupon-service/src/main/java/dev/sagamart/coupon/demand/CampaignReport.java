package dev.sagamart.coupon.demand;

import dev.sagamart.coupon.campaign.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign went.
 *
 * @param ended whether these are the last figures
 * @param soldOutAt when the last coupon went, if all did
 * @param step length of each part of the timeline; parts in which nothing happened are left out
 */
public record CampaignReport(
        Campaign campaign,
        boolean ended,
        Demanded demanded,
        Given given,
        @Nullable Instant soldOutAt,
        Duration step,
        List<Part> timeline) {

    /**
     * Who asked, as far as it was counted.
     *
     * @param overtaken those who were refused before somebody else got a coupon after all
     */
    public record Demanded(long requests, long refused, long unanswered, long overtaken) {}

    /**
     * Who was served, from the coupons themselves.
     *
     * @param lastPosition 0 if nobody was
     * @param positions how many different ones there are
     * @param widestSwap by how much at most somebody came later than another one and was served before
     */
    public record Given(
            long coupons,
            long positions,
            long lastPosition,
            @Nullable Instant lastAt,
            Duration widestSwap) {}

    /**
     * What happened in a part of the time.
     *
     * @param lastPosition the last one that was given in it, 0 if none was
     */
    public record Part(Instant from, long requests, long granted, long refused, long unanswered, long lastPosition) {}

    /** Everybody has a position of their own, nobody was refused before a coupon went to somebody else. */
    public boolean nobodyOvertaken() {
        return demanded.overtaken() == 0 && given.positions() == given.coupons();
    }
}
