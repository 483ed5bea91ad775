package dev.sagamart.messaging.deadletters;

/**
 * A letter in a list.
 *
 * @param place where the list goes on after it
 */
public record ListedLetter(Letter letter, LetterState state, String place) {}
