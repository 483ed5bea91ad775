package dev.sagamart.defaults.web;

import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageQuery} from {@code limit} and {@code cursor}. */
final class PageQueryArgument implements HandlerMethodArgumentResolver {
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
        return new PageQuery(limit(request.getParameter("limit")), position(request.getParameter("cursor")));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageQuery.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageQuery.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException ignored) {
            // the same answer as for a number out of range
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
