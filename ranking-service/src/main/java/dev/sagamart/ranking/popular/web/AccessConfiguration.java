package dev.sagamart.ranking.popular.web;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Anybody may look; only admins may refresh. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessRules accessRules() {
        return new AccessRules()
                .anybodyMayRead("/v1/products/popular")
                .onlyAdminsMay(HttpMethod.POST, "/v1/products/popular/refreshes");
    }
}
