package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.security.CallerArgument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link RequestKey} from the {@code Idempotency-Key} header, bare or as a quoted string. */
final class RequestKeyArgument implements HandlerMethodArgumentResolver {
    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9._:-]{8,128})\\1");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestKey.class;
    }

    @Override
    public RequestKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        String operation = request.getMethod() + " " + request.getRequestURI();
        return new RequestKey(CallerArgument.current().userId(), operation, value(request));
    }

    private static String value(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders("Idempotency-Key"));
        if (values.isEmpty()) {
            throw refused("IDEMPOTENCY_KEY_MISSING", "A write needs an Idempotency-Key header.");
        }
        Matcher key = KEY.matcher(values.getFirst().strip());
        if (values.size() > 1 || !key.matches()) {
            throw refused("IDEMPOTENCY_KEY_MALFORMED", "An Idempotency-Key is 8 to 128 characters of [A-Za-z0-9._:-].");
        }
        return key.group(2);
    }

    private static RuntimeException refused(String code, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, code, detail).asException();
    }
}
