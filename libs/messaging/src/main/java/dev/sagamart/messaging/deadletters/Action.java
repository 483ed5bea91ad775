package dev.sagamart.messaging.deadletters;

/** What an operator may do with a dead letter, once. */
public enum Action {
    REPLAY,
    DISCARD
}
