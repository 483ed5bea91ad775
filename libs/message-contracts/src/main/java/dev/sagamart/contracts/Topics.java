package dev.sagamart.contracts;

import java.util.List;

/** The topics of the suite. Each has a dead-letter topic of the same partition count, named with {@link #DEAD_LETTER_SUFFIX}. */
public final class Topics {
    public static final String COUPON_COMMANDS = "coupon.commands";
    public static final String PRODUCT_COMMANDS = "product.commands";
    public static final String POINT_COMMANDS = "point.commands";
    public static final String ORDER_REPLIES = "order.replies";
    public static final String ORDER_EVENTS = "order.events";
    public static final String POINT_EVENTS = "point.events";
    public static final String COUPON_EVENTS = "coupon.events";
    public static final String PRODUCT_EVENTS = "product.events";

    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    /** Partitions of a topic where nothing else is configured. */
    public static final int DEFAULT_PARTITIONS = 6;

    private Topics() {}

    /** All topics but the dead-letter ones. */
    public static List<String> all() {
        return List.of(
                COUPON_COMMANDS,
                PRODUCT_COMMANDS,
                POINT_COMMANDS,
                ORDER_REPLIES,
                ORDER_EVENTS,
                POINT_EVENTS,
                COUPON_EVENTS,
                PRODUCT_EVENTS);
    }

    /** The topics that keep only the newest record of a key. */
    public static List<String> compacted() {
        return List.of(PRODUCT_EVENTS);
    }

    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
