package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.suite.SuiteFailed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A crowd wants coupons at the same moment, and there is one for every third. */
final class CouponRush {
    private final Shop shop;
    private final Function<String, Shopper> shoppers;
    private final Checks checks;
    private final int users;
    private final int coupons;
    private final List<Winner> winners = new ArrayList<>();

    CouponRush(Shop shop, Function<String, Shopper> shoppers, Checks checks, int users) {
        this.shop = shop;
        this.shoppers = shoppers;
        this.checks = checks;
        this.users = users;
        this.coupons = users / 3;
    }

    void play(String act, long discount) {
        checks.title("Coupon rush: " + users + " users at once for " + coupons + " coupons");
        long campaign = shop.openCampaign("rush " + act, discount, coupons);
        List<Shopper> crowd = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            crowd.add(shoppers.apply("user-" + user));
        }
        List<Answer> answers = allAtOnce(crowd, campaign);

        Map<String, Integer> outcomes = new TreeMap<>();
        Set<String> given = new HashSet<>();
        for (int user = 0; user < users; user++) {
            Answer answer = answers.get(user);
            outcomes.merge(answer.outcome(), 1, Integer::sum);
            if (answer.status() == 201 && given.add(answer.text("couponId"))) {
                winners.add(new Winner(crowd.get(user), answer.text("couponId")));
            }
        }
        checks.equal("exactly " + coupons + " win", coupons, outcomes.getOrDefault("201", 0));
        checks.equal(
                "everybody else is told that it is sold out",
                Map.of("201", coupons, "409 COUPON_SOLD_OUT", users - coupons),
                outcomes);
        checks.equal("each winner has a coupon of their own", coupons, given.size());
        checks.equal("none is left", 0L, shop.remaining(campaign));
        if (winners.size() < coupons) {
            throw new SuiteFailed("without winners the story cannot go on");
        }
        Winner first = winners.getFirst();
        checks.equal(
                "winners find it among their coupons",
                "ISSUED",
                Eventually.becomes("ISSUED", () -> first.shopper().couponStatus(first.coupon())));
    }

    Winner winner(int index) {
        return winners.get(index);
    }

    private static List<Answer> allAtOnce(List<Shopper> crowd, long campaign) {
        var go = new CountDownLatch(1);
        List<Future<Answer>> pending = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Shopper shopper : crowd) {
                pending.add(threads.submit(() -> {
                    go.await();
                    return shopper.takeCoupon(campaign);
                }));
            }
            go.countDown();
            for (Future<Answer> one : pending) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a request of the rush failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Somebody who got a coupon. */
    record Winner(Shopper shopper, String coupon) {}
}
