package dev.sagamart.local.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the consumer groups have not read yet. */
final class ConsumerLag implements Check {
    private static final int LIMIT_SECONDS = 20;

    private final String bootstrapServers;

    ConsumerLag(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public String id() {
        return "unread-messages";
    }

    @Override
    public String sentence() {
        return "Every consumer has read to the end.";
    }

    @Override
    public Finding run(Snapshots snapshots, AuditProgress progress) {
        var examples = new Examples();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            for (GroupListing group : admin.listGroups().all().get(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                look(admin, group.groupId(), examples);
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new AuditFailed("the broker does not say what has been read: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuditFailed("interrupted", interrupted);
        }
        return examples.finding(this, Finding.Kind.UNREST, 0);
    }

    private static void look(Admin admin, String group, Examples examples)
            throws ExecutionException, InterruptedException, TimeoutException {
        var read = new HashMap<TopicPartition, OffsetAndMetadata>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS));
        read.values().removeIf(offset -> offset == null);
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        read.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        admin.listOffsets(asked).all().get(LIMIT_SECONDS, TimeUnit.SECONDS).forEach((partition, end) -> {
            OffsetAndMetadata committed = read.get(partition);
            if (committed != null && committed.offset() < end.offset()) {
                examples.add(group + " has read " + partition + " to " + committed.offset() + " of " + end.offset());
            }
        });
    }
}
