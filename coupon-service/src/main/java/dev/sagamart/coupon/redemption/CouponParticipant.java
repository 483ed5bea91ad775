package dev.sagamart.coupon.redemption;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.Discount;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.messaging.participant.Participant;
import dev.sagamart.messaging.participant.Task;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The coupon's part in the order saga: used by an order, and given back when the order fails. */
@Component
class CouponParticipant implements Participant<Map<UUID, Coupon>> {
    private final CouponsAtHand coupons;
    private final FindCampaign campaigns;
    private final Clock clock;

    CouponParticipant(CouponsAtHand coupons, FindCampaign campaigns, Clock clock) {
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "coupon";
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RestoreCoupon;
    }

    /** A compensation touches only what its action is known to have used: it never waits for a coupon to appear. */
    @Override
    public Map<UUID, Coupon> load(List<Task> tasks) {
        var touched = new HashSet<UUID>();
        for (Task task : tasks) {
            if (task.command() instanceof UseCoupon use) {
                touched.add(use.couponId());
            } else if (task.reply() instanceof CouponUsed used) {
                touched.add(used.couponId());
            }
        }
        return coupons.lock(touched);
    }

    @Override
    public SagaMessage act(SagaMessage action, Map<UUID, Coupon> state) {
        var use = (UseCoupon) action;
        Coupon coupon = state.get(use.couponId());
        return coupon == null ? rejected(use, UseRefusal.COUPON_NOT_FOUND) : use(coupon, use);
    }

    private SagaMessage use(Coupon coupon, UseCoupon use) {
        Campaign campaign = campaigns.find(coupon.campaignId()).orElseThrow();
        return coupon.refusal(use.userId(), campaign.validity(), clock.instant())
                .map(refusal -> rejected(use, refusal))
                .orElseGet(() -> {
                    coupon.useFor(use.orderId(), clock.instant());
                    return used(use, campaign.discount());
                });
    }

    private static SagaMessage used(UseCoupon use, Discount discount) {
        return new CouponUsed(
                use.orderId(), use.couponId(), discount.type().name(), discount.value(), discount.maxAmount());
    }

    private static SagaMessage rejected(UseCoupon use, UseRefusal refusal) {
        return new CouponUseRejected(use.orderId(), refusal.name(), refusal.detail());
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof CouponUsed;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, Map<UUID, Coupon> state) {
        var used = (CouponUsed) reply;
        Objects.requireNonNull(state.get(used.couponId()), "a used coupon").giveBackFrom(used.orderId());
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        return new CouponRestored(compensation.orderId());
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        return new CouponUseRejected(
                compensation.orderId(), "ORDER_TIMED_OUT", "The order was given up before the coupon was used.");
    }
}
