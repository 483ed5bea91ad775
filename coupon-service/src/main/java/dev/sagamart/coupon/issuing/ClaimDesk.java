package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/** Where the users of this instance ask for the coupons of one campaign: together, and nobody in vain. */
final class ClaimDesk {
    private static final int STATE = 3;

    private final Rounds<Wish, Claim> rounds = new Rounds<>(this::decide);
    private final Campaign campaign;
    private final RedissonClient redis;
    private final SoldOutMemory soldOut;

    /** The latest state heard of here: a Redis that knows less has forgotten something. Only one round is under way. */
    private volatile StockState seen = StockState.NEVER_SEEN;

    ClaimDesk(Campaign campaign, RedissonClient redis, SoldOutMemory soldOut) {
        this.campaign = campaign;
        this.redis = redis;
        this.soldOut = soldOut;
    }

    Claim claim(Wish wish) {
        Optional<Claim> known = isOn(wish)
                ? soldOut.refusal(wish.userId()).map(state -> new Claim.SoldOut(state.last()))
                : Optional.empty();
        return known.orElseGet(() -> rounds.ask(wish));
    }

    private boolean isOn(Wish wish) {
        return campaign.issuing().contains(wish.time());
    }

    private List<Claim> decide(List<Wish> wishes) {
        long asked = soldOut.now();
        List<String> said = StockScript.CLAIM.run(redis, new StockKeys(campaign.id()).stock(), arguments(wishes));
        StockState state = StockState.of(said);
        if (state.compareTo(seen) > 0) {
            seen = state;
        }
        List<Claim> verdicts = verdicts(state, said.subList(STATE, said.size()));
        if (verdicts.stream().anyMatch(Claim.SoldOut.class::isInstance)) {
            soldOut.hear(state, asked);
        }
        return verdicts;
    }

    private Object[] arguments(List<Wish> wishes) {
        var arguments = new ArrayList<Object>();
        arguments.add(seen.epoch());
        arguments.add(seen.last());
        for (Wish wish : wishes) {
            arguments.add(wish.userId());
            arguments.add(CouponIds.of(campaign, wish.userId()));
            arguments.add(wish.time().toEpochMilli());
            arguments.add(wish.requestKey());
            arguments.add(isOn(wish) ? "1" : "0");
        }
        return arguments.toArray();
    }

    private List<Claim> verdicts(StockState state, List<String> said) {
        var verdicts = new ArrayList<Claim>(said.size() / 2);
        for (int i = 0; i < said.size(); i += 2) {
            verdicts.add(Claim.of(campaign.id(), state, said.get(i), said.get(i + 1)));
        }
        return verdicts;
    }
}
