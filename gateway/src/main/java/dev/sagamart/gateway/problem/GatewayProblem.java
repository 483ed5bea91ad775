package dev.sagamart.gateway.problem;

import org.springframework.http.HttpHeaders;

/** A refusal or failure that the gateway answers with itself; its detail is shown to the client. */
public final class GatewayProblem extends RuntimeException {

    private static final String SHORTLY = "1";

    private final ProblemCode code;
    private final transient HttpHeaders headers = new HttpHeaders();

    public GatewayProblem(ProblemCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The service cannot take the request now; nothing was sent to it. */
    public static GatewayProblem unavailable() {
        return new GatewayProblem(ProblemCode.SERVICE_UNAVAILABLE, "The service cannot answer now.")
                .with(HttpHeaders.RETRY_AFTER, SHORTLY);
    }

    /** The request went out and no answer came back, so its outcome is not known. */
    public static GatewayProblem unanswered() {
        return new GatewayProblem(
                ProblemCode.UPSTREAM_TIMEOUT,
                "The service did not answer in time; repeat the request with the same idempotency key.");
    }

    /** The problem of a bare status, with a detail that fits every cause. */
    public static GatewayProblem ofStatus(int status) {
        var code = ProblemCode.ofStatus(status);
        return switch (code) {
            case SERVICE_UNAVAILABLE -> unavailable();
            case UPSTREAM_TIMEOUT -> unanswered();
            case NOT_FOUND -> new GatewayProblem(code, "There is nothing at this path.");
            case INTERNAL_ERROR -> new GatewayProblem(code, "The request could not be completed.");
            default -> new GatewayProblem(code, code.title() + ".");
        };
    }

    /** The same, with a header for the client. */
    public GatewayProblem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    HttpHeaders headers() {
        return headers;
    }
}
