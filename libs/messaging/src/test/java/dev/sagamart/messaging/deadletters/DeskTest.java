package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestTopic;
import dev.sagamart.messaging.listening.ListeningTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A test of the desk with a topic, its reader and its dead letters. */
abstract class DeskTest extends ListeningTest {
    @Autowired
    private TransactionTemplate transactions;

    protected Desk desk(Reader reader) {
        return desk(reader, publisher);
    }

    protected Desk desk(Reader reader, Publisher itsPublisher) {
        return new Desk(reader, jdbc, codec, itsPublisher, transactions);
    }

    /** A reader that cannot stand any note, with these notes in its dead letters, all of one key per partition. */
    protected Reader readerWithLetters(TestTopic topic, String... notes) {
        var reader = new Reader(topic);
        reader.unbearable = note -> true;
        for (String note : notes) {
            topic.send(0, Noted.of(note));
        }
        TestTopic.flush();
        listen(reader);
        awaitLetters(topic, notes.length);
        return reader;
    }

    protected static List<ConsumerRecord<String, byte[]>> awaitLetters(TestTopic topic, int count) {
        soon().until(() -> topic.deadLetters().size() >= count);
        return topic.deadLetters();
    }

    protected static ProducerRecord<String, byte[]> withKey(TestTopic topic, String key, String note) {
        var letter = topic.letter(0, Noted.of(note));
        return new ProducerRecord<>(topic.name(), 0, key, letter.value(), letter.headers());
    }
}
