package dev.sagamart.messaging.deadletters;

/** Why a dead letter cannot be replayed or discarded. */
public enum Obstacle {
    ALREADY_REPLAYED("It was replayed already."),
    ALREADY_DISCARDED("It was discarded already."),
    TOO_MANY_REPLAYS("It was replayed as often as is allowed, and failed each time."),
    TOO_OLD("Its message is older than the records that keep it from having its effect twice."),
    UNREADABLE("It cannot be read, and would be back here at once."),
    OLDER_LETTER_OPEN("An older letter of the same key is open: it has to be replayed before or discarded.");

    private final String detail;

    Obstacle(String detail) {
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }

    static Obstacle decided(Decision decision) {
        return decision.action() == Action.REPLAY ? ALREADY_REPLAYED : ALREADY_DISCARDED;
    }
}
