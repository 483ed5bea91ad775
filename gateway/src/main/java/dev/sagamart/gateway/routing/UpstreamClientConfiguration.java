package dev.sagamart.gateway.routing;

import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the gateway talks to the services, where properties do not reach. */
@Configuration(proxyBeanMethods = false)
class UpstreamClientConfiguration {

    /** The route's own limit ends with the first byte; this one also ends an answer that stops half-way. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);

    @Bean
    HttpClientCustomizer neverSilentForLong() {
        return client -> client.responseTimeout(LONGEST_SILENCE);
    }
}
