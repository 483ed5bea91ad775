package dev.sagamart.product.catalog.web;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Anybody may look; only admins may change. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessRules accessRules() {
        return new AccessRules()
                .anybodyMayRead("/v1/products", "/v1/products/{productId}")
                .onlyAdminsMay(HttpMethod.POST, "/v1/products", "/v1/products/{productId}/restocks")
                .onlyAdminsMay(HttpMethod.PATCH, "/v1/products/{productId}");
    }
}
