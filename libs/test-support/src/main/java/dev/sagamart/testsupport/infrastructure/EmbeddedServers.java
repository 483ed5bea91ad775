package dev.sagamart.testsupport.infrastructure;

import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.RedisServer;
import java.util.List;

/** The servers as child processes of this JVM, on free ports. */
final class EmbeddedServers implements Servers {

    @Override
    public Postgres postgres() {
        var server = new PostgresServer(TestHome.folder(), Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        return new Postgres(server, server);
    }

    @Override
    public Kafka kafka() {
        List<String> quickStart = List.of("-XX:TieredStopAtLevel=1");
        var server = new KafkaServer(TestHome.folder(), Ports.free(), Ports.free(), quickStart);
        return new Kafka(server, server.bootstrapServers());
    }

    @Override
    public Redis redis() {
        var server = new RedisServer(TestHome.folder(), Ports.free());
        return new Redis(server, server.url());
    }
}
