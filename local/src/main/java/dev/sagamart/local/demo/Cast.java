package dev.sagamart.local.demo;

/** Who plays the story: tokens of users that nobody has met before, and of an admin. */
public interface Cast extends AutoCloseable {

    /** A token with the scope {@code admin}. */
    String admin();

    /** A token of a user of this name; the name is new. */
    String user(String name);

    /** How many users want a coupon at once. */
    int crowd();

    /** Lets the users go that were made for the story. */
    @Override
    void close();
}
