package dev.sagamart.defaults.document;

import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.defaults.web.PageQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Documents what a {@link Caller}, a {@link RequestKey} and a {@link PageQuery} are on the wire, and the problems. */
final class SharedOperationParts implements OperationCustomizer {
    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            describe(operation, parameter.getParameterType());
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    private static void describe(Operation operation, Class<?> argument) {
        if (argument == Caller.class || argument == RequestKey.class) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
        }
        if (argument == RequestKey.class) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(true)
                    .schema(new StringSchema().pattern("\"?[A-Za-z0-9._:-]{8,128}\"?")));
        } else if (argument == PageQuery.class) {
            operation.addParametersItem(new QueryParameter().name("limit").schema(limit()));
            operation.addParametersItem(new QueryParameter().name("cursor").schema(new StringSchema()));
        }
    }

    private static IntegerSchema limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageQuery.MAX_LIMIT));
        limit.setDefault(PageQuery.DEFAULT_LIMIT);
        return limit;
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("Why the request was refused")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }
}
