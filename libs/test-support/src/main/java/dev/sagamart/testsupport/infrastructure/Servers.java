package dev.sagamart.testsupport.infrastructure;

import dev.sagamart.local.infrastructure.PostgresCluster;
import dev.sagamart.local.infrastructure.Server;

/** The three servers, embedded or in containers; made but not started. */
interface Servers {

    Postgres postgres();

    Kafka kafka();

    Redis redis();

    /** The database server. */
    record Postgres(Server server, PostgresCluster cluster) {}

    /** The broker, whose topics exist once it has been started. */
    record Kafka(Server server, String bootstrapServers) {}

    /** The Redis. */
    record Redis(Server server, String url) {}

    static Servers chosen() {
        String choice = System.getProperty("sagamart.infrastructure", "embedded");
        return switch (choice) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> new ContainerServers();
            default ->
                throw new IllegalArgumentException("sagamart.infrastructure is embedded or containers: " + choice);
        };
    }
}
