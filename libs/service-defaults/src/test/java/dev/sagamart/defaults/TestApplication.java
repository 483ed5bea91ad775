package dev.sagamart.defaults;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** A service with one controller of each kind. */
@SpringBootApplication
class TestApplication {
    @Bean
    AccessRules accessRules() {
        return new AccessRules()
                .anybodyMayRead("/v1/open", "/v1/open/{id}")
                .onlyAdminsMay(HttpMethod.POST, "/v1/admin");
    }
}
