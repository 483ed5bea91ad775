package dev.sagamart.defaults.document;

import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.security.AccessRules;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.defaults.web.PageQuery;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The OpenAPI document of a service. */
@AutoConfiguration
class DocumentAutoConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, RequestKey.class, PageQuery.class);
    }

    /** Where the gateway is: without a server of ours, the second reader is told the address that the first one used. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info()).servers(List.of(new Server().url("/")));
    }

    @Bean
    RecordNullness recordNullness() {
        return new RecordNullness();
    }

    @Bean
    SharedOperationParts sharedOperationParts() {
        return new SharedOperationParts();
    }

    @Bean
    SharedDocumentParts sharedDocumentParts(Environment environment, ObjectProvider<AccessRules> access) {
        String title = environment.getRequiredProperty("spring.application.name");
        return new SharedDocumentParts(title, AccessRules.all(access.stream()));
    }
}
