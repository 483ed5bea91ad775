package dev.sagamart.defaults.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Why a request is refused: a status and a stable code of the REST contract, and a sentence for a person.
 *
 * @param extras further members of the problem document
 */
public record Problem(HttpStatus status, String code, String detail, Map<String, Object> extras) {
    public Problem {
        extras = Map.copyOf(extras);
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, Map.of());
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Problem(status, code, detail, more);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
