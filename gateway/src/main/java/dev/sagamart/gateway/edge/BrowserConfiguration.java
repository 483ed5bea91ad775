package dev.sagamart.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Lets pages of the configured origins call from a browser; without any, browsers get no permission at all. */
@Configuration(proxyBeanMethods = false)
class BrowserConfiguration {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PATCH");
    private static final List<String> SENT = List.of("Authorization", "Content-Type", "Idempotency-Key");
    private static final List<String> READ = List.of(
            "Location", "Retry-After", "Idempotent-Replayed", "Idempotency-Degraded", "RateLimit", "RateLimit-Policy");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 8)
    @ConditionalOnProperty("sagamart.gateway.edge.allowed-origins")
    CorsWebFilter browsers(EdgeProperties properties) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(properties.allowedOrigins());
        rules.setAllowedMethods(METHODS);
        rules.setAllowedHeaders(SENT);
        rules.setExposedHeaders(READ);
        rules.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/**", rules);
        return new CorsWebFilter(source);
    }
}
