package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.TestTopic;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

class AssignmentTest extends ListeningTest {
    @Test
    void a_subscription_may_say_where_to_start() throws Exception {
        var topic = TestTopic.withPartitions(2);
        topic.sendNotes(0, "a", 10);
        topic.sendNotes(1, "b", 3);
        var inbox = new Placed(topic, jdbc, partitions -> Map.of(0, 7L));

        listen(inbox);

        soon().until(() -> inbox.notes().size() >= 6);
        assertThat(inbox.notes()).containsExactlyInAnyOrder("a7", "a8", "a9", "b0", "b1", "b2");
    }

    @Test
    void where_to_start_is_asked_again_until_there_is_an_answer() throws Exception {
        var topic = TestTopic.withPartitions(1);
        topic.sendNotes(0, "a", 10);
        var questions = new AtomicInteger();
        var inbox = new Placed(topic, jdbc, partitions -> {
            if (questions.incrementAndGet() <= 2) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            return Map.of(0, 7L);
        });

        listen(inbox);

        soon().until(() -> inbox.notes().size() >= 3);
        assertThat(inbox.notes()).containsExactly("a7", "a8", "a9");
        assertThat(inbox.owned).containsExactly(0);
    }

    @Test
    void a_subscription_always_knows_its_partitions() throws Exception {
        var topic = TestTopic.withPartitions(4);
        var first = new Placed(topic, jdbc, partitions -> Map.of());
        var second = new Placed(topic, jdbc, partitions -> Map.of());

        listen(first);
        soon().until(() -> first.owned.size() == 4);
        SubscriptionContainers other = listen(second);
        soon().until(() -> second.owned.size() == 2);
        soon().until(() -> first.owned.size() == 2);
        assertThat(first.owned).doesNotContainAnyElementsOf(second.owned);
        other.stop();

        soon().until(() -> first.owned.size() == 4);
        assertThat(second.owned).isEmpty();
    }

    private static final class Placed extends Inbox {
        private final Function<Collection<Integer>, Map<Integer, Long>> start;
        volatile Set<Integer> owned = Set.of();

        Placed(TestTopic topic, JdbcTemplate jdbc, Function<Collection<Integer>, Map<Integer, Long>> start) {
            super(topic, jdbc);
            this.start = start;
        }

        @Override
        public Map<Integer, Long> startOffsets(Collection<Integer> partitions) {
            return start.apply(partitions);
        }

        @Override
        public void ownedPartitions(Collection<Integer> partitions) {
            owned = Set.copyOf(partitions);
        }
    }
}
