package dev.sagamart.testsupport.infrastructure;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Points a context at the shared infrastructure; equal for equal databases, so that contexts are cached. */
record InfrastructureCustomizer(String database) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("infrastructure", properties()));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("sagamart.web.drain", "0s"); // no other instance could take over
        properties.put("management.server.port", "0");
        properties.put("management.server.address", "127.0.0.1");
        properties.put("spring.kafka.bootstrap-servers", Infrastructure.bootstrapServers());
        properties.put("sagamart.redis.url", Infrastructure.redisUrl());
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", Infrastructure.issuer());
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Infrastructure.jwkSetUri());
        if (!database.isEmpty()) {
            properties.putAll(databaseProperties());
        }
        return properties;
    }

    private Map<String, Object> databaseProperties() {
        return Map.of(
                "spring.datasource.url", Infrastructure.jdbcUrl(database),
                "spring.datasource.username", Infrastructure.runtimeRole(database),
                "spring.datasource.password", Infrastructure.password(Infrastructure.runtimeRole(database)),
                "spring.flyway.user", Infrastructure.ownerRole(database),
                "spring.flyway.password", Infrastructure.password(Infrastructure.ownerRole(database)));
    }
}
