package dev.sagamart.testsupport.infrastructure;

import com.redis.testcontainers.RedisContainer;
import dev.sagamart.local.infrastructure.KafkaTopics;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresCluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The servers in containers, for machines that have a container engine. */
final class ContainerServers implements Servers {
    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 9092;
    private static final int REDIS_PORT = 6379;

    @Override
    public Postgres postgres() {
        var container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=300");
        var server = new ContainerServer(container, POSTGRES_PORT, Ports.free(), () -> {});
        return new Postgres(server, new Cluster(container, server.port()));
    }

    @Override
    public Kafka kafka() {
        var container = new KafkaContainer("apache/kafka:4.2.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        int port = Ports.free();
        String bootstrapServers = "127.0.0.1:" + port;
        var server = new ContainerServer(container, KAFKA_PORT, port, new KafkaTopics(bootstrapServers)::create);
        return new Kafka(server, bootstrapServers);
    }

    @Override
    public Redis redis() {
        var container = new RedisContainer("redis:7").withCommand("redis-server", "--appendonly", "yes");
        var server = new ContainerServer(container, REDIS_PORT, Ports.free(), () -> {});
        return new Redis(server, "redis://127.0.0.1:" + server.port());
    }

    private record Cluster(PostgreSQLContainer container, int port) implements PostgresCluster {

        @Override
        public String jdbcUrl(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        @Override
        public String password(String role) {
            return "test-" + role;
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(jdbcUrl(database), container.getUsername(), container.getPassword());
        }
    }
}
