package dev.sagamart.order.operating.web;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Sagas are for admins; orders and their timelines are their owners' business, which their use cases see to. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessRules accessRules() {
        return new AccessRules()
                .onlyAdminsMay(HttpMethod.GET, "/v1/sagas", "/v1/sagas/{orderId}")
                .onlyAdminsMay(HttpMethod.POST, "/v1/sagas/{orderId}/retries", "/v1/sagas/{orderId}/compensations");
    }
}
