package dev.sagamart.coupon.issuing;

import java.util.List;

/** The Redis keys of a campaign; the braces keep them together in a cluster. */
record StockKeys(long campaignId) {
    String grants() {
        return of("grants");
    }

    String reopening() {
        return of("reopening");
    }

    List<Object> stock() {
        return List.of(grants(), of("pending"));
    }

    List<Object> stockAndStaged(String token) {
        return List.of(grants(), of("pending"), of("staged:" + token));
    }

    private String of(String what) {
        return "coupon:{" + campaignId + "}:" + what;
    }
}
