package dev.sagamart.local.infrastructure;

import dev.sagamart.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics of the suite and their dead-letter topics where they are missing. */
public final class KafkaTopics {
    private static final short ONE_REPLICA = 1;
    private static final int LIMIT_SECONDS = 60;

    private final String bootstrapServers;

    public KafkaTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public void create() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_SECONDS * 1000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new StartFailed("the topics cannot be created: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while creating topics", interrupted);
        }
    }

    private static List<NewTopic> all() {
        List<NewTopic> all = new ArrayList<>();
        for (String name : Topics.all()) {
            NewTopic topic = new NewTopic(name, Topics.DEFAULT_PARTITIONS, ONE_REPLICA);
            if (Topics.compacted().contains(name)) {
                topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            }
            all.add(topic);
            all.add(new NewTopic(Topics.deadLetter(name), Topics.DEFAULT_PARTITIONS, ONE_REPLICA));
        }
        return all;
    }
}
