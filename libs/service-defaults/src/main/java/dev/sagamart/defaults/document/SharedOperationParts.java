package dev.sagamart.defaults.document;

import static dev.sagamart.defaults.document.CommonRefusal.IDEMPOTENCY_KEY_REUSED;
import static dev.sagamart.defaults.document.CommonRefusal.NOT_ACCEPTABLE;
import static dev.sagamart.defaults.document.CommonRefusal.PAYLOAD_TOO_LARGE;
import static dev.sagamart.defaults.document.CommonRefusal.REQUEST_TIMEOUT;
import static dev.sagamart.defaults.document.CommonRefusal.SERVICE_UNAVAILABLE;
import static dev.sagamart.defaults.document.CommonRefusal.TOO_MANY_REQUESTS;
import static dev.sagamart.defaults.document.CommonRefusal.UNSUPPORTED_MEDIA_TYPE;
import static dev.sagamart.defaults.document.CommonRefusal.UPSTREAM_TIMEOUT;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Documents of an operation what follows from the arguments of its handler, and how it may be refused. */
final class SharedOperationParts implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<MethodParameter> parameters = List.of(handler.getMethodParameters());
        boolean writes = parameters.stream().anyMatch(SharedArguments::isKey);
        parameters.forEach(parameter -> SharedArguments.describe(operation, parameter));
        positiveIds(operation);
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().forEach((status, response) -> describe(status, response, writes));
        new Refusals(handler, writes).addTo(operation.getResponses());
        commonRefusals(writes, operation.getRequestBody() != null)
                .forEach(refusal -> operation.getResponses().addApiResponse(refusal.status(), refusal.reference()));
        return operation;
    }

    private static void positiveIds(Operation operation) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> "path".equals(parameter.getIn()))
                .map(Parameter::getSchema)
                .filter(schema -> "int64".equals(schema.getFormat()))
                .forEach(schema -> schema.setMinimum(BigDecimal.ONE));
    }

    private static void describe(String status, ApiResponse response, boolean writes) {
        response.setDescription(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase());
        if (response.getHeaders() != null) {
            response.getHeaders().replaceAll((name, declared) -> AnswerHeaders.named(name));
        }
        if (writes && !status.equals("202")) {
            Stream.of("Idempotent-Replayed", "Idempotency-Degraded")
                    .forEach(name -> response.addHeaderObject(name, AnswerHeaders.named(name)));
        }
    }

    private static List<CommonRefusal> commonRefusals(boolean writes, boolean hasBody) {
        Stream<CommonRefusal> always =
                Stream.of(NOT_ACCEPTABLE, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE, UPSTREAM_TIMEOUT);
        Stream<CommonRefusal> ofWrites =
                writes ? Stream.of(REQUEST_TIMEOUT, PAYLOAD_TOO_LARGE, IDEMPOTENCY_KEY_REUSED) : Stream.of();
        Stream<CommonRefusal> ofBodies = hasBody ? Stream.of(UNSUPPORTED_MEDIA_TYPE) : Stream.of();
        return Stream.of(always, ofWrites, ofBodies)
                .flatMap(refusals -> refusals)
                .sorted()
                .toList();
    }
}
