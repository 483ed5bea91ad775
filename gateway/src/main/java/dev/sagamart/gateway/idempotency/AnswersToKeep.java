package dev.sagamart.gateway.idempotency;

import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which answers are final: successes and refusals by the business, but nothing that another try could turn out differently. */
@Component
class AnswersToKeep {

    private static final Set<String> NOT_BUSINESS = Set.of(
            "", "MALFORMED_REQUEST", "VALIDATION_FAILED", "IDEMPOTENCY_KEY_MISSING", "IDEMPOTENCY_KEY_MALFORMED");

    private static final String STILL_RUNNING = "REQUEST_IN_PROGRESS";

    private final JsonMapper json;
    private final long largest;

    AnswersToKeep(JsonMapper json, IdempotencyProperties properties) {
        this.json = json;
        this.largest = properties.largestAnswer().toBytes();
    }

    boolean contain(Answer answer) {
        return answer.body().length <= largest && isFinal(answer);
    }

    private boolean isFinal(Answer answer) {
        return switch (answer.status()) {
            case 202 -> false;
            case 400 -> !NOT_BUSINESS.contains(code(answer));
            case 404 -> true;
            case 409 -> !STILL_RUNNING.equals(code(answer));
            default -> answer.status() >= 200 && answer.status() < 300;
        };
    }

    private String code(Answer answer) {
        try {
            return json.readTree(answer.body()).path("code").asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
