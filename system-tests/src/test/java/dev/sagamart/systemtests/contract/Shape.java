package dev.sagamart.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Exactly which fields an object has, and of which type. */
final class Shape {
    static final Shape CHARGE = of("chargeId:uuid amount:number balance:number chargedAt:time");
    static final Shape PRODUCT = of("productId:id name:text price:number stock:number");
    static final Shape PAGE = of("items:list nextCursor:null");
    static final Shape COMPLETED_ORDER = of("orderId:uuid status:text items:list subtotal:number discount:number "
            + "total:number couponId:null createdAt:time completedAt:time");
    static final Shape ORDER_LINE = of("productId:id quantity:number unitPrice:number");
    static final Shape CAMPAIGN = of("campaignId:id name:text discount:object quantity:number remaining:number "
            + "issueFrom:time issueUntil:time validFrom:time validUntil:time");
    static final Shape ISSUED_COUPON =
            of("couponId:uuid campaignId:id position:id issuedAt:time validFrom:time validUntil:time");
    static final Shape POPULAR = of("asOf:time windowDays:number items:list");
    static final Shape POPULAR_PRODUCT = of("rank:id productId:id name:text soldQuantity:number");

    private final Map<String, Kind> fields;

    private Shape(Map<String, Kind> fields) {
        this.fields = fields;
    }

    /** @param text {@code "name:kind name:kind"} */
    static Shape of(String text) {
        Map<String, Kind> fields = new LinkedHashMap<>();
        for (String field : text.split(" ")) {
            String[] parts = field.split(":");
            fields.put(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        }
        return new Shape(fields);
    }

    Shape with(String name, Kind kind) {
        Map<String, Kind> changed = new LinkedHashMap<>(fields);
        changed.put(name, kind);
        return new Shape(changed);
    }

    void assertFits(JsonNode json) {
        assertThat(json.propertyNames()).as(json.toString()).containsExactlyInAnyOrderElementsOf(fields.keySet());
        assertContains(json);
    }

    /** More fields than these are allowed. */
    void assertContains(JsonNode json) {
        fields.forEach((name, kind) -> assertThat(kind.fits(json.path(name)))
                .as("%s is of type %s in %s", name, kind, json)
                .isTrue());
    }
}
