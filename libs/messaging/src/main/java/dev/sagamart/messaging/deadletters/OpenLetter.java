package dev.sagamart.messaging.deadletters;

import java.util.List;
import java.util.Objects;

/** One letter with all that is in it. */
public final class OpenLetter {
    private final LetterBox box;
    private final Decisions decisions;

    OpenLetter(LetterBox box, Decisions decisions) {
        this.box = box;
        this.decisions = decisions;
    }

    /** @throws NoSuchLetter if it is not there */
    public OpenedLetter open(String topic, LetterId id) {
        return Objects.requireNonNull(box.get(topic, List.of(id), found -> {
                    Letter letter = Letter.of(found);
                    var decided = decisions.of(topic, List.of(letter));
                    return new OpenedLetter(
                            letter, List.of(found.headers().toArray()), found.value(), decided.get(letter.id()));
                })
                .get(id));
    }
}
