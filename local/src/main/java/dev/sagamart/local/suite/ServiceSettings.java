package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.TokenIssuer;
import java.util.HashMap;
import java.util.Map;

/** The environment that tells a service where everything is. */
record ServiceSettings(PortPlan ports, PostgresServer postgres) {
    private static final String LOOPBACK = "127.0.0.1";

    Map<String, String> of(Instance instance) {
        Service service = instance.service();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(instance.port()));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + ports.kafka());
        environment.put("SAGAMART_REDIS_URL", "redis://" + LOOPBACK + ":" + ports.redis());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", ports.issuerUrl());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", TokenIssuer.jwkSetUri(ports.issuer()));
        String database = service.database();
        if (database != null) {
            addDatabase(database, environment);
        }
        if (service == Service.GATEWAY) {
            // here all clients are one address
            environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSRATE", "100000");
            environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSBURST", "100000");
            addUpstreams(environment);
            environment.put("SAGAMART_GATEWAY_DOCUMENTS_ENABLED", "true");
        }
        environment.putAll(instance.environment());
        return environment;
    }

    private void addDatabase(String database, Map<String, String> environment) {
        environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(database));
        environment.put("SPRING_DATASOURCE_USERNAME", Databases.runtimeRole(database));
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password(Databases.runtimeRole(database)));
        environment.put("SPRING_FLYWAY_USER", Databases.ownerRole(database));
        environment.put("SPRING_FLYWAY_PASSWORD", postgres.password(Databases.ownerRole(database)));
    }

    private void addUpstreams(Map<String, String> environment) {
        for (Service upstream : Service.values()) {
            if (upstream != Service.GATEWAY) {
                environment.put(upstream.upstreamVariable(), ports.url(upstream));
            }
        }
    }
}
