package dev.sagamart.defaults.web;

import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageQuery} from {@code limit} and {@code cursor}. */
final class PageQueryArgument implements HandlerMethodArgumentResolver {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageQuery(limit(only("limit", request)), position(only("cursor", request)));
    }

    private static @Nullable String only(String name, NativeWebRequest request) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw invalid(name, "is there more than once");
        }
        return values == null ? null : values[0];
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageQuery.DEFAULT_LIMIT;
        }
        if (NUMBER.matcher(text).matches()) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageQuery.MAX_LIMIT) {
                return limit;
            }
        }
        throw invalid("limit", "must be a number from 1 to " + PageQuery.MAX_LIMIT);
    }

    private static @Nullable String position(@Nullable String cursor) {
        return cursor == null
                ? null
                : Cursor.decode(cursor).orElseThrow(() -> invalid("cursor", "is not a cursor of this list"));
    }

    private static ProblemException invalid(String field, String message) {
        return CommonProblems.invalid(field, message).asException();
    }
}
