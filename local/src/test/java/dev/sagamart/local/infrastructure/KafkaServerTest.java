package dev.sagamart.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    static Path home;

    static final KafkaServer.Detour DETOUR = new KafkaServer.Detour(Ports.free(), Ports.free());

    static KafkaServer server;

    @BeforeAll
    static void start() {
        var quickStart = List.of("-XX:TieredStopAtLevel=1");
        server = new KafkaServer(home, Ports.free(), Ports.free(), quickStart, List.of(DETOUR));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void has_every_topic_and_a_dead_letter_topic_of_the_same_size() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            for (String topic : Topics.all()) {
                var names = List.of(topic, Topics.deadLetter(topic));
                assertThat(admin.describeTopics(names).allTopicNames().get().values())
                        .hasSize(2)
                        .allMatch(one -> one.partitions().size() == Topics.DEFAULT_PARTITIONS);
            }
            var products = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PRODUCT_EVENTS);
            var config = admin.describeConfigs(List.of(products)).all().get().get(products);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void an_acknowledged_record_survives_a_kill_and_the_broker_is_soon_back() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORDER_EVENTS, 0, "key", "value"))
                    .get();
        }

        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();

        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(Topics.ORDER_EVENTS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }

    @Test
    void who_comes_by_a_detour_is_sent_to_the_advertised_port() throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + DETOUR.port());
        try (var advertised = new ServerSocket(DETOUR.advertisedPort(), 1, InetAddress.getLoopbackAddress())) {
            advertised.setSoTimeout(20_000);
            var admin = Admin.create(settings);
            admin.listTopics();

            try (var comesBack = advertised.accept()) {
                assertThat(comesBack.isConnected()).isTrue();
            }
            admin.close(Duration.ZERO);
        }
    }
}
