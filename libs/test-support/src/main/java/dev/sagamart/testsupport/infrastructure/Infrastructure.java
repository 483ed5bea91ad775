package dev.sagamart.testsupport.infrastructure;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.Server;
import dev.sagamart.local.infrastructure.TokenIssuer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * The infrastructure shared by all tests of a JVM. Whatever is asked for is started then; all of it ends with the JVM.
 * A test that stops or kills a server starts it again.
 */
public final class Infrastructure {
    private static final Servers SERVERS = Servers.chosen();
    private static final Lazy<Servers.Postgres> POSTGRES = new Lazy<>(Infrastructure::startPostgres);
    private static final Lazy<Servers.Kafka> KAFKA = new Lazy<>(Infrastructure::startKafka);
    private static final Lazy<Servers.Redis> REDIS = new Lazy<>(Infrastructure::startRedis);
    private static final Lazy<TokenIssuer> ISSUER =
            new Lazy<>(() -> TokenIssuer.start(TestHome.folder(), 0, Clock.systemUTC()));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Infrastructure::stopAll, "infrastructure-stop"));
    }

    private Infrastructure() {}

    public static Server postgres() {
        return POSTGRES.get().server();
    }

    public static Server kafka() {
        return KAFKA.get().server();
    }

    public static Server redis() {
        return REDIS.get().server();
    }

    public static String bootstrapServers() {
        return KAFKA.get().bootstrapServers();
    }

    public static String redisUrl() {
        return REDIS.get().url();
    }

    public static String jdbcUrl(String database) {
        return POSTGRES.get().cluster().jdbcUrl(database);
    }

    /** The role that migrates the database. */
    public static String ownerRole(String database) {
        return Databases.ownerRole(database);
    }

    /** The role of the running service. */
    public static String runtimeRole(String database) {
        return Databases.runtimeRole(database);
    }

    public static String password(String role) {
        return POSTGRES.get().cluster().password(role);
    }

    /** A connection of the superuser, for arranging and looking behind the scenes. */
    public static Connection connect(String database) throws SQLException {
        return POSTGRES.get().cluster().connect(database);
    }

    public static String issuer() {
        return ISSUER.get().issuer();
    }

    public static String jwkSetUri() {
        return ISSUER.get().jwkSetUri();
    }

    static TokenIssuer tokenIssuer() {
        return ISSUER.get();
    }

    private static Servers.Postgres startPostgres() {
        Servers.Postgres postgres = SERVERS.postgres();
        postgres.server().start();
        new Databases(postgres.cluster()).provision();
        return postgres;
    }

    private static Servers.Kafka startKafka() {
        Servers.Kafka kafka = SERVERS.kafka();
        kafka.server().start();
        return kafka;
    }

    private static Servers.Redis startRedis() {
        Servers.Redis redis = SERVERS.redis();
        redis.server().start();
        return redis;
    }

    /** Kills, because the data of tests is worth nothing. */
    private static void stopAll() {
        Stream.of(
                        KAFKA.ifMade().map(Servers.Kafka::server),
                        POSTGRES.ifMade().map(Servers.Postgres::server),
                        REDIS.ifMade().map(Servers.Redis::server))
                .flatMap(java.util.Optional::stream)
                .forEach(Server::kill);
        TestHome.remove();
    }
}
