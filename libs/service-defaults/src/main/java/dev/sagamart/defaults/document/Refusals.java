package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** All refusals of one operation by status: those that its arguments bring, and those that it declares itself. */
final class Refusals {
    private static final String KEPT_WITH_THE_KEY = "Idempotent-Replayed";

    private final Map<Integer, Set<String>> codes = new TreeMap<>();
    private final Map<Integer, String> ids = new TreeMap<>();
    private final List<Refuses> own;
    private final boolean writes;

    Refusals(HandlerMethod handler, boolean writes) {
        this.own = List.of(handler.getMethod().getAnnotationsByType(Refuses.class));
        this.writes = writes;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            add(parameter);
        }
        own.forEach(this::add);
    }

    private void add(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            add(400, "MALFORMED_REQUEST", "VALIDATION_FAILED");
        } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
            add(400, "VALIDATION_FAILED");
        } else if (SharedArguments.isPage(parameter)) {
            add(400, "VALIDATION_FAILED");
        } else if (SharedArguments.isKey(parameter)) {
            add(400, "IDEMPOTENCY_KEY_MISSING", "IDEMPOTENCY_KEY_MALFORMED");
            add(409, "REQUEST_IN_PROGRESS");
        }
    }

    private void add(Refuses refuses) {
        add(refuses.status(), refuses.codes());
        if (!refuses.with().isEmpty()) {
            ids.put(refuses.status(), refuses.with());
        }
    }

    private void add(int status, String... more) {
        Collections.addAll(codes.computeIfAbsent(status, any -> new TreeSet<>()), more);
    }

    void addTo(ApiResponses responses) {
        codes.forEach((status, names) -> responses.addApiResponse(Integer.toString(status), response(status, names)));
    }

    private ApiResponse response(int status, Set<String> names) {
        String description = String.join(", ", names);
        ApiResponse response = ids.containsKey(status)
                ? ProblemResponses.of(description, names, ids.getOrDefault(status, ""))
                : ProblemResponses.of(description, names);
        if (names.contains("REQUEST_IN_PROGRESS")) {
            response.addHeaderObject("Retry-After", AnswerHeaders.named("Retry-After"));
        }
        if (writes && own.stream().anyMatch(refuses -> refuses.status() == status)) {
            response.addHeaderObject(KEPT_WITH_THE_KEY, AnswerHeaders.named(KEPT_WITH_THE_KEY));
        }
        return response;
    }
}
