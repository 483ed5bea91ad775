package dev.sagamart.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What every refusal looks like. */
public final class Problems {
    private static final Shape PROBLEM =
            Shape.of("type:text title:text status:number detail:text instance:text code:text traceId:text");
    private static final Shape FIELD_ERROR = Shape.of("field:text message:text");
    private static final List<String> INSIDE_WORDS =
            List.of("exception", "dev.sagamart", "java.", "org.", "tools.jackson", "select ", "insert ", "127.0.0.1");

    private Problems() {}

    /** @param outcome status and code, such as {@code "404 PRODUCT_NOT_FOUND"} */
    public static void assertProblem(Reply reply, String outcome) {
        assertThat(reply.outcome()).as(reply.toString()).isEqualTo(outcome);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        PROBLEM.assertContains(problem);
        assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
        assertThat(problem.path("instance").asString()).isEqualTo(reply.path());
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(new String(reply.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .doesNotContain(INSIDE_WORDS);
    }

    /** A validation problem that names this field. */
    static void assertInvalid(Reply reply, String field) {
        assertProblem(reply, "400 VALIDATION_FAILED");
        JsonNode errors = reply.json().path("errors");
        errors.forEach(FIELD_ERROR::assertFits);
        assertThat(errors)
                .as(reply.toString())
                .anySatisfy(error -> assertThat(error.path("field").asString()).isEqualTo(field));
    }
}
