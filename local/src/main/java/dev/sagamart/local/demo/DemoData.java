package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.suite.SuiteFailed;
import java.util.List;
import java.util.Map;

/**
 * Twenty products and two campaigns, made through the API. Looks before it writes, and every write has a fixed key, so
 * that a start that was cut off is completed by the next one.
 */
public final class DemoData {
    private static final List<String> NAMES = List.of(
            "한라봉", "제주 감귤", "배", "사과", "샤인머스캣", "곶감", "햅쌀 10kg", "찹쌀 2kg", "김", "미역", "멸치", "고등어", "들기름", "참기름", "고추장",
            "된장", "간장", "녹차", "유자청", "꿀");
    private static final int FIRST_PRICE = 4_900;
    private static final int PRICE_STEP = 1_500;
    private static final int STOCK = 10_000;

    private final Api.User admin;

    public DemoData(Api.User admin) {
        this.admin = admin;
    }

    /** Answers whether anything had to be made. */
    public boolean load() {
        int present = require(200, Insisting.on(() -> admin.get("/v1/products?limit=100")))
                .json()
                .path("items")
                .size();
        if (present >= NAMES.size()) {
            return false;
        }
        for (int index = 0; index < NAMES.size(); index++) {
            var product = Map.of("name", NAMES.get(index), "price", FIRST_PRICE + index * PRICE_STEP, "stock", STOCK);
            require(201, create("/v1/products", "product-" + index, product));
        }
        campaign("welcome", Map.of("type", "FIXED", "value", 3_000), 10_000);
        campaign("harvest", Map.of("type", "PERCENT", "value", 20, "maxAmount", 10_000), 1_000);
        return true;
    }

    private void campaign(String name, Map<String, ?> discount, int quantity) {
        var campaign = Map.of(
                "name", name,
                "discount", discount,
                "quantity", quantity,
                "issueFrom", "2026-01-01T00:00:00Z",
                "issueUntil", "2036-01-01T00:00:00Z",
                "validFrom", "2026-01-01T00:00:00Z",
                "validUntil", "2036-06-01T00:00:00Z");
        require(201, create("/v1/coupon-campaigns", "campaign-" + name, campaign));
    }

    private Answer create(String path, String name, Map<String, ?> body) {
        return Insisting.on(() -> admin.post(path, "demo-data:" + name, body));
    }

    private static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new SuiteFailed("the demo data cannot be loaded: " + answer.outcome() + " " + answer.text());
        }
        return answer;
    }
}
