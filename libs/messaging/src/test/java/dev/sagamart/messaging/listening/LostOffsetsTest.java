package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.TestServers;
import dev.sagamart.messaging.TestTopic;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A group that does not know where it was reads too much rather than too little. */
class LostOffsetsTest extends ListeningTest {
    @Test
    void a_new_group_begins_with_the_oldest_record() throws Exception {
        var topic = TestTopic.withPartitions(1);
        topic.sendNotes(0, "a", 3);
        var inbox = inbox(topic);

        listen(inbox);

        soon().until(() -> inbox.notes().size() >= 3);
        assertThat(inbox.notes()).containsExactly("a0", "a1", "a2");
    }

    @Test
    void a_group_whose_place_is_gone_begins_with_the_oldest_record_that_is_left() throws Exception {
        var topic = TestTopic.withPartitions(1);
        topic.sendNotes(0, "a", 5);
        var inbox = inbox(topic);
        var partition = new TopicPartition(topic.name(), 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.KAFKA.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(inbox.group(), Map.of(partition, new OffsetAndMetadata(1)))
                    .all()
                    .get();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
        }

        listen(inbox);

        soon().until(() -> inbox.notes().size() >= 2);
        assertThat(inbox.notes()).containsExactly("a3", "a4");
    }
}
