package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.suite.SuiteFailed;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fills the shop with goods that never run out, and with campaigns. */
final class Shop {
    private static final int PRODUCTS = 100;
    private static final int STOCK = 1_000_000_000;
    private static final int PRICE = 10;
    private static final int COUPONS = 10_000_000;

    private final Api.User admin;

    Shop(Api.User admin) {
        this.admin = admin;
    }

    static void requireOpen(URI gateway, Api.User anybody) {
        try {
            require(200, anybody.get("/v1/products?limit=1"));
        } catch (UncheckedIOException noAnswer) {
            throw new SuiteFailed("No gateway answers at " + gateway + ": " + noAnswer.getMessage());
        }
    }

    /** The same ones whenever they are asked for, as long as the shop remembers the keys of its requests. */
    List<Long> products() {
        return IntStream.rangeClosed(1, PRODUCTS).mapToObj(this::product).toList();
    }

    private long product(int number) {
        var product = Map.of("name", "Product " + number, "price", PRICE, "stock", STOCK);
        return require(201, admin.post("/v1/products", "load-product-" + number, product))
                .number("productId");
    }

    /** A new campaign with a coupon for everybody. */
    long campaign() {
        return campaign(COUPONS);
    }

    /** A new campaign that has no coupon left. */
    long soldOutCampaign() {
        long campaign = campaign(1);
        require(201, admin.post("/v1/coupon-campaigns/" + campaign + "/coupons"));
        return campaign;
    }

    private long campaign(int quantity) {
        Instant begin = Instant.now().minus(Duration.ofMinutes(1));
        Instant end = begin.plus(Duration.ofDays(1));
        var campaign = Map.of(
                "name", "Campaign of " + quantity,
                "discount", Map.of("type", "FIXED", "value", 1),
                "quantity", quantity,
                "issueFrom", begin.toString(),
                "issueUntil", end.toString(),
                "validFrom", begin.toString(),
                "validUntil", end.toString());
        return require(201, admin.post("/v1/coupon-campaigns", campaign)).number("campaignId");
    }

    static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new SuiteFailed(
                    "The shop cannot be prepared: " + answer.response().uri() + " answered " + answer.outcome()
                            + " instead of " + status + " " + answer.text());
        }
        return answer;
    }
}
