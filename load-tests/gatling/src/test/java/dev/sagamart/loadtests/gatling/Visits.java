package dev.sagamart.loadtests.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** What a visitor asks for, one after the other. */
final class Visits {
    private static final Duration SHORT_THOUGHT = Duration.ofSeconds(1);
    private static final Duration LONG_THOUGHT = Duration.ofSeconds(3);

    private Visits() {}

    static ChainBuilder of(Scenario scenario) {
        return switch (scenario) {
            case ORDERS_HOT, ORDERS_UNIFORM -> exec(Calls.order());
            case CHARGE -> exec(Calls.charge());
            case COUPON -> exec(Calls.coupon());
            case SOLD_OUT -> exec(Calls.soldOutCoupon());
            case PRODUCT -> exec(Calls.product());
            case POPULAR -> exec(Calls.popular());
            case STORY -> story();
        };
    }

    private static ChainBuilder story() {
        return exec(Calls.popular())
                .exec(thought())
                .exec(Calls.product().check(jsonPath("$.price").saveAs("amount")))
                .exitHereIfFailed()
                .exec(thought())
                .exec(Calls.charge())
                .exitHereIfFailed()
                .exec(Calls.order().check(jsonPath("$.orderId").saveAs("order")))
                .exitHereIfFailed()
                .exec(Calls.readOrder())
                .exec(patience());
    }

    private static ChainBuilder thought() {
        return pause(SHORT_THOUGHT, LONG_THOUGHT);
    }

    /** Reads the order again as long as it has not ended. */
    private static ChainBuilder patience() {
        return asLongAs(session -> "PENDING".equals(session.getString("status")))
                .on(pause(SHORT_THOUGHT).exec(Calls.readOrder()).exitHereIfFailed());
    }
}
