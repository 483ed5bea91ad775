package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Period;
import java.time.Instant;
import java.util.UUID;

/** What becomes of the wish for a coupon. */
public sealed interface IssuingOutcome {
    /**
     * The user has it, now or since an earlier try of the same request.
     *
     * @param position the place in the queue, 1 is first
     */
    record Issued(UUID couponId, long campaignId, long position, Instant issuedAt, Period validity)
            implements IssuingOutcome {}

    /** The user has one already, by another request. */
    record AlreadyIssued(UUID couponId) implements IssuingOutcome {}

    /**
     * Others were faster.
     *
     * @param last the position of the last of them
     */
    record SoldOut(long last) implements IssuingOutcome {}

    /** It is too early or too late. */
    record NotOpen() implements IssuingOutcome {}

    /** There is no such campaign. */
    record NoSuchCampaign() implements IssuingOutcome {}

    /** It cannot be told now; the same request will be told later. */
    record Unknown() implements IssuingOutcome {}
}
