package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.suite.SuiteFailed;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every visitor does. */
enum Scenario {
    /** Orders one piece of one product. */
    ORDERS_HOT,
    /** Orders one to three of all products. */
    ORDERS_UNIFORM,
    CHARGE,
    /** Takes a coupon and gets it. */
    COUPON,
    /** Wants a coupon of a campaign that has none left. */
    SOLD_OUT,
    PRODUCT,
    POPULAR,
    /** Looks around, charges, orders and reads the order, with time to think. */
    STORY;

    /** The scenario with this label, in any case and with {@code -} or {@code _}. */
    static Scenario labelled(String label) {
        String constant = label.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values())
                .filter(scenario -> scenario.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new SuiteFailed("There is no scenario " + label + "; there are " + all()));
    }

    /** The name people use, such as {@code orders-hot}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether shoppers pay with points that they do not charge themselves. */
    boolean needsPoints() {
        return this == ORDERS_HOT || this == ORDERS_UNIFORM;
    }

    private static String all() {
        return Stream.of(values()).map(Scenario::label).collect(Collectors.joining(", "));
    }
}
