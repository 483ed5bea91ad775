package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.List;

/** The problem document, and answers that are one with certain codes. */
final class ProblemResponses {
    static final String PROBLEM = "Problem";

    private ProblemResponses() {}

    static ApiResponse of(String description, Collection<String> codes) {
        return with(description, Schemas.object().addProperty("code", Schemas.oneOf(codes)));
    }

    /** @param id a further member, the id of something */
    static ApiResponse of(String description, Collection<String> codes, String id) {
        return with(
                description,
                Schemas.object().addProperty("code", Schemas.oneOf(codes)).addProperty(id, Schemas.text("uuid")));
    }

    private static ApiResponse with(String description, Schema<?> members) {
        Schema<Object> problem = new Schema<>(SpecVersion.V31);
        problem.addAllOfItem(new Schema<>(SpecVersion.V31).$ref(PROBLEM));
        problem.addAllOfItem(members);
        var json = new MediaType().schema(problem);
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, json));
    }

    static Schema<?> problem() {
        Schema<Object> problem = Schemas.object();
        problem.addProperty("type", Schemas.text("uri"));
        problem.addProperty("title", Schemas.text());
        problem.addProperty("status", Schemas.integer("int32", 400));
        problem.addProperty("detail", Schemas.text());
        problem.addProperty("instance", Schemas.text("uri-reference"));
        problem.addProperty("code", Schemas.text());
        problem.addProperty("traceId", Schemas.text());
        problem.addProperty("errors", Schemas.list(fieldError()));
        return problem.required(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
    }

    private static Schema<?> fieldError() {
        Schema<Object> error = Schemas.object();
        error.addProperty("field", Schemas.text());
        error.addProperty("message", Schemas.text());
        return error.required(List.of("field", "message"));
    }
}
