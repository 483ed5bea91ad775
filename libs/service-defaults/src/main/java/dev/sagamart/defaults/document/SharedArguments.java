package dev.sagamart.defaults.document;

import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.web.PageQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import org.springframework.core.MethodParameter;

/** What a {@link RequestKey} and a {@link PageQuery} are on the wire. */
final class SharedArguments {
    private SharedArguments() {}

    static boolean isKey(MethodParameter parameter) {
        return parameter.getParameterType() == RequestKey.class;
    }

    static boolean isPage(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    static void describe(Operation operation, MethodParameter parameter) {
        if (isKey(parameter)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("Names this request: sent again with the same key, it is not done again")
                    .required(true)
                    .schema(Schemas.text().pattern("^(\"?)[A-Za-z0-9._:-]{8,128}\\1$")));
        } else if (isPage(parameter)) {
            var limit = Schemas.integer("int32", 1);
            limit.setMaximum(BigDecimal.valueOf(PageQuery.MAX_LIMIT));
            limit.setDefault(PageQuery.DEFAULT_LIMIT);
            operation.addParametersItem(new QueryParameter()
                    .name("limit")
                    .description("How many items at most")
                    .schema(limit));
            operation.addParametersItem(new QueryParameter()
                    .name("cursor")
                    .description("The nextCursor of the page before")
                    .schema(Schemas.text()));
        }
    }
}
