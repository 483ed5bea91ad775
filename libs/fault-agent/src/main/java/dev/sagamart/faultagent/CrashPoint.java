package dev.sagamart.faultagent;

/** Where a process can be made to die; what has been done by then, and what has not. */
public enum CrashPoint {
    CP1("the request key is inserted, its effect is not made"),
    CP2("the effect of a message is made, its transaction is not committed"),
    CP3("a write is committed, its request is not answered"),
    CP4("a poll is committed and what came of it is sent, its offsets are not committed"),
    CP5("messages are committed, or decided by a committed transaction, and not sent"),
    CP6("the broker has the messages, their outbox rows are not deleted"),
    CP7("Redis has granted a coupon, the request is not answered"),
    CP8("the broker has the grants, they are still pending"),
    CP9("a key is claimed, the service is not called"),
    CP10("the service has answered, the answer is not kept"),
    CP11("the answer is kept, the client does not have it"),
    CP12("the sagas of a round are saved and their orders settled, the transaction is not committed"),
    CP13("a dead letter is sent, the offset of its record is not committed"),
    CP14("a migration has run, it is not recorded");

    private final String meaning;

    CrashPoint(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
