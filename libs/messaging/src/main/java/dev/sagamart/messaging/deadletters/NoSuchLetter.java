package dev.sagamart.messaging.deadletters;

/** There is no such dead letter, or it is there no longer. */
public final class NoSuchLetter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LetterId id;

    NoSuchLetter(LetterId id) {
        super(id.toString());
        this.id = id;
    }

    public LetterId id() {
        return id;
    }
}
