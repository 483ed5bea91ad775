package dev.sagamart.gateway.idempotency;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The client's name for one write; the bare and the quoted form of the header name the same. */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("(\"?)([A-Za-z0-9._:-]{8,128})\\1");

    static IdempotencyKey of(HttpHeaders headers) {
        var given = headers.getOrDefault(HEADER, List.of());
        if (given.isEmpty()) {
            throw new GatewayProblem(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING, "Every write carries an Idempotency-Key header.");
        }
        if (given.size() > 1) {
            throw malformed();
        }
        return of(given.getFirst());
    }

    /** @param text bare or quoted */
    static IdempotencyKey of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed();
        }
        return new IdempotencyKey(form.group(2));
    }

    private static GatewayProblem malformed() {
        return new GatewayProblem(
                ProblemCode.IDEMPOTENCY_KEY_MALFORMED,
                "Idempotency-Key is one value of 8 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
}
