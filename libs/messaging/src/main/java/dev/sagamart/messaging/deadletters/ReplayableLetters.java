package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.WireTypes;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads letters as they would go out again. */
final class ReplayableLetters {
    private final LetterBox box;
    private final DeskTopics topics;
    private final MessageCodec codec;
    private final long mostBytes;

    ReplayableLetters(LetterBox box, DeskTopics topics, MessageCodec codec, long mostBytes) {
        this.box = box;
        this.topics = topics;
        this.codec = codec;
        this.mostBytes = mostBytes;
    }

    /**
     * These letters in the order in which they go out.
     *
     * @throws NoSuchLetter if one is not there
     * @throws TooMuchAtOnce if they are too large together
     */
    List<ReplayableLetter> get(String topic, Collection<LetterId> ids) {
        WireTypes types = topics.types(topic);
        var bytes = new AtomicLong();
        var found = box.get(topic, ids, letter -> {
            var replayable = ReplayableLetter.of(letter, topic, codec, types);
            if (bytes.addAndGet(replayable.size()) > mostBytes) {
                throw new TooMuchAtOnce(mostBytes);
            }
            return replayable;
        });
        return found.values().stream().sorted(ReplayableLetter.ORDER).toList();
    }

    /** All letters of their keys, these among them. */
    List<Letter> related(String topic, Collection<ReplayableLetter> letters) {
        return box.ofSameKeys(
                topic, letters.stream().map(ReplayableLetter::letter).toList());
    }
}
