package dev.sagamart.messaging.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * Whether one letter can have what was asked for.
 *
 * @param obstacle null if it can
 * @param detail the obstacle in words
 * @param olderId the open letter that stands before it
 */
public record Verdict(
        LetterId id,
        @Nullable Obstacle obstacle,
        @Nullable String detail,
        @Nullable LetterId olderId) {
    static Verdict yes(LetterId id) {
        return new Verdict(id, null, null, null);
    }

    static Verdict no(LetterId id, Obstacle obstacle) {
        return new Verdict(id, obstacle, obstacle.detail(), null);
    }

    static Verdict unreadable(LetterId id, String why) {
        return new Verdict(id, Obstacle.UNREADABLE, Obstacle.UNREADABLE.detail() + " " + why, null);
    }

    static Verdict behind(LetterId id, LetterId older) {
        return new Verdict(id, Obstacle.OLDER_LETTER_OPEN, Obstacle.OLDER_LETTER_OPEN.detail(), older);
    }

    public boolean isYes() {
        return obstacle == null;
    }
}
