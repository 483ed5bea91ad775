package dev.sagamart.defaults.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes RFC 9457 documents: type, title, status, detail, instance, and our members code and traceId. */
public final class ProblemDocuments {
    private final ObjectProvider<Tracer> tracers;

    ProblemDocuments(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    public ProblemDetail document(Problem problem) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        String words = problem.code().toLowerCase(Locale.ROOT);
        document.setType(URI.create("urn:sagamart:problem:" + words.replace('_', '-')));
        document.setTitle(
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' '));
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            document.setInstance(instance(request.getRequest()));
        }
        document.setProperty("code", problem.code());
        document.setProperty("traceId", traceId());
        problem.extras().forEach(document::setProperty);
        return document;
    }

    public ResponseEntity<Object> answer(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE || problem.code().equals("REQUEST_IN_PROGRESS")) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(document(problem));
    }

    private static @Nullable URI instance(HttpServletRequest request) {
        try {
            return URI.create(request.getRequestURI());
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    private String traceId() {
        Tracer tracer = tracers.getIfAvailable();
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null ? "" : span.context().traceId();
    }
}
