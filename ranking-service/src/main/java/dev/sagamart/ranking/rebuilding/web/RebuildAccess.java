package dev.sagamart.ranking.rebuilding.web;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Only admins have to do with rebuilds. */
@Configuration(proxyBeanMethods = false)
class RebuildAccess {

    @Bean
    AccessRules rebuildAccessRules() {
        return new AccessRules()
                .onlyAdminsMay(HttpMethod.GET, RebuildController.PATH)
                .onlyAdminsMay(HttpMethod.POST, RebuildController.PATH);
    }
}
