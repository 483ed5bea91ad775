package dev.sagamart.defaults.deadletters;

import dev.sagamart.messaging.deadletters.LetterId;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Collection;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Documents of the desk's paths which topics and what ids there are. */
final class DocumentedTopics implements GlobalOpenApiCustomizer {
    private final Collection<String> topics;

    DocumentedTopics(Collection<String> topics) {
        this.topics = topics;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith(DeadLetterController.PATH)) {
                item.readOperations().forEach(this::describe);
            }
        });
    }

    private void describe(Operation operation) {
        for (Parameter parameter : operation.getParameters()) {
            if ("topic".equals(parameter.getName())) {
                Schema<Object> names = new Schema<>(SpecVersion.V31);
                names.addType("string");
                topics.forEach(names::addEnumItemObject);
                parameter.setSchema(names);
            } else if ("id".equals(parameter.getName())) {
                parameter.getSchema().setPattern(LetterId.FORM);
            }
        }
    }
}
