package dev.sagamart.loadtests.gatling;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A coupon for every shopper of one campaign after the other; the next one is made while one is handed out. */
final class Coupons implements Supplier<Map<String, Object>> {
    private final List<String> shoppers;
    private final Supplier<Long> campaigns;

    private long campaign;
    private CompletableFuture<Long> next;
    private Iterator<String> waiting;

    Coupons(List<String> shoppers, Supplier<Long> campaigns) {
        this.shoppers = shoppers;
        this.campaigns = campaigns;
        this.campaign = campaigns.get();
        this.next = CompletableFuture.supplyAsync(campaigns);
        this.waiting = shoppers.iterator();
    }

    @Override
    public Map<String, Object> get() {
        if (!waiting.hasNext()) {
            campaign = next.join();
            next = CompletableFuture.supplyAsync(campaigns);
            waiting = shoppers.iterator();
        }
        return Map.of("campaign", campaign, "token", waiting.next());
    }
}
