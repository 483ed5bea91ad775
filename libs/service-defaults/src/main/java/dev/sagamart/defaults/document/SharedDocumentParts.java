package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Documents what all operations refer to: the bearer token and the problem document. */
final class SharedDocumentParts implements GlobalOpenApiCustomizer {
    private final String title;

    SharedDocumentParts(String title) {
        this.title = title;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getInfo().title(title).version("v1");
        document.setServers(null);
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(
                        SharedOperationParts.BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSchemas(SharedOperationParts.PROBLEM, problem());
    }

    private static ObjectSchema problem() {
        var problem = new ObjectSchema();
        List.of("type", "title", "detail", "instance", "code", "traceId")
                .forEach(name -> problem.addProperty(name, new StringSchema()));
        problem.addProperty("status", new IntegerSchema());
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }
}
