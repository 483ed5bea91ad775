package dev.sagamart.messaging.deadletters;

import static dev.sagamart.messaging.deadletters.Desk.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LettersTest extends DeskTest {
    private static List<LetterId> page(Desk desk, int rows, List<String> place) {
        List<ListedLetter> page = desk.list.list(desk.topic, place.isEmpty() ? null : place.getLast(), rows);
        page.forEach(letter -> place.add(letter.place()));
        return page.stream().map(letter -> letter.letter().id()).toList();
    }

    @Test
    void a_list_shows_every_letter_once_and_the_oldest_first_though_new_ones_come_meanwhile() throws Exception {
        var topic = TestTopic.withPartitions(3);
        var reader = new Reader(topic);
        reader.unbearable = note -> true;
        listen(reader);
        for (int round = 0; round < 4; round++) {
            for (int partition = 0; partition < 3; partition++) {
                topic.send(partition, Noted.of(round + " on " + partition));
                TestTopic.flush();
                awaitLetters(topic, 3 * round + partition + 1);
            }
        }
        var desk = desk(reader);
        var place = new ArrayList<String>();

        List<LetterId> seen = new ArrayList<>(page(desk, 5, place));
        seen.addAll(page(desk, 5, place));
        topic.send(1, Noted.of("late"));
        awaitLetters(topic, 13);
        seen.addAll(page(desk, 5, place));

        List<LetterId> expected = new ArrayList<>(
                IntStream.range(0, 12).mapToObj(i -> new LetterId(i % 3, i / 3)).toList());
        expected.add(new LetterId(1, 4));
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void a_letter_tells_why_it_is_dead_and_what_is_in_it() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var desk = desk(readerWithLetters(topic, "감귤"));

        OpenedLetter opened = desk.open.open(desk.topic, idOf(topic, 0));

        assertThat(opened.letter().type()).isEqualTo("test.noted.v1");
        assertThat(opened.letter().key()).isEqualTo("key-0");
        assertThat(opened.letter().reason()).isEqualTo("IllegalStateException: cannot stand [감귤]");
        assertThat(opened.letter().sourceOffset()).isZero();
        assertThat(opened.value()).isEqualTo(topic.records().getFirst().value());
        assertThat(opened.headers()).extracting(header -> header.key()).contains("ce_id", "dlt-group");
        assertThatThrownBy(() -> desk.open.open(desk.topic, new LetterId(0, 1))).isInstanceOf(NoSuchLetter.class);
        assertThatThrownBy(() -> desk.open.open(desk.topic, new LetterId(7, 0))).isInstanceOf(NoSuchLetter.class);
    }

    @Test
    void a_discarded_letter_stays_discarded_and_stands_in_nobodys_way() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "bad", "good");
        reader.unbearable = note -> false;
        var desk = desk(reader);
        LetterId bad = idOf(topic, 0);
        LetterId good = idOf(topic, 1);

        assertThat(desk.discard(bad)).allMatch(Verdict::isYes);
        assertThat(desk.discard(good, bad))
                .extracting(Verdict::obstacle)
                .containsExactly(Obstacle.ALREADY_DISCARDED, null);
        assertThat(desk.replay(bad))
                .singleElement()
                .extracting(Verdict::obstacle)
                .isEqualTo(Obstacle.ALREADY_DISCARDED);
        assertThat(desk.replay(good)).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("good"));
        Decision decision = desk.open.open(desk.topic, bad).decision();
        assertThat(decision.operator()).isEqualTo("operator");
        assertThat(decision.reason()).isEqualTo("of no use");
    }

    @Test
    void a_decision_is_about_the_letter_that_was_there_and_not_about_another_at_its_place() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var desk = desk(readerWithLetters(topic, "new"));
        jdbc.update(
                "insert into dead_letter_decision values (?, 0, 0, '2020-01-01', 'REPLAY', 'x', now(), null)",
                topic.name());

        assertThat(desk.state(idOf(topic, 0))).isEqualTo(LetterState.OPEN);
        assertThat(desk.replay(idOf(topic, 0))).allMatch(Verdict::isYes);
    }

    @Test
    void open_letters_are_counted() throws Exception {
        var topic = TestTopic.withPartitions(2);
        var desk = desk(readerWithLetters(topic, "one", "two", "three"));
        desk.discard(idOf(topic, 1));

        desk.count.count();

        assertThat(desk.meters
                        .get("sagamart.dead.letters.open")
                        .tag("topic", topic.name())
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    @Test
    void a_topic_without_dead_letters_has_an_empty_list() throws Exception {
        var topic = TestTopic.withPartitions(2);
        var desk = desk(new Reader(topic));

        assertThat(desk.list.list(desk.topic, null, 10)).isEmpty();
        assertThatThrownBy(() -> desk.list.list(desk.topic, "0.x", 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
