package dev.sagamart.defaults.document;

import dev.sagamart.defaults.security.AccessRules;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;

/** Documents what all operations refer to, and by the service's own rules who may call which. */
final class SharedDocumentParts implements GlobalOpenApiCustomizer {
    private static final String BEARER = "bearer";
    private static final String ADMIN = "admin";

    private final String title;
    private final AccessRules access;

    SharedDocumentParts(String title, AccessRules access) {
        this.title = title;
        this.access = access;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getInfo().title(title).version("v1");
        document.setTags(null);
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        addTo(document.getComponents());
        for (Schema<?> schema : document.getComponents().getSchemas().values()) {
            anchorPatterns(schema);
        }
        document.getPaths().forEach(this::describe);
    }

    /** A pattern of Bean Validation is about the whole text, one of JSON Schema about any part of it. */
    private static void anchorPatterns(Schema<?> schema) {
        Map<String, ?> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        for (Object property : properties.values()) {
            if (property instanceof Schema<?> text && text.getPattern() != null) {
                text.setPattern("^(?:" + text.getPattern() + ")$");
            }
        }
    }

    private static void addTo(Components components) {
        components
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSchemas(ProblemResponses.PROBLEM, ProblemResponses.problem());
        for (CommonRefusal refusal : CommonRefusal.values()) {
            components.addResponses(refusal.name(), refusal.response());
        }
    }

    private void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            operation.setTags(List.of(path.split("/", 4)[2]));
            secure(operation, HttpMethod.valueOf(method.name()), path);
        });
    }

    private void secure(Operation operation, HttpMethod method, String path) {
        if (access.isOpen(method, path)) {
            return;
        }
        boolean admin = access.isForAdmins(method, path);
        operation.addSecurityItem(
                admin ? new SecurityRequirement().addList(BEARER, ADMIN) : new SecurityRequirement().addList(BEARER));
        add(operation, CommonRefusal.UNAUTHENTICATED);
        if (admin) {
            add(operation, CommonRefusal.FORBIDDEN);
        }
    }

    private static void add(Operation operation, CommonRefusal refusal) {
        operation.getResponses().addApiResponse(refusal.status(), refusal.reference());
    }
}
