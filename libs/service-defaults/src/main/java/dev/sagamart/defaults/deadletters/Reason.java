package dev.sagamart.defaults.deadletters;

/** What an operator may write, and how many letters a request may name. */
final class Reason {
    static final int MOST_LETTERS = 100;
    static final int LONGEST = 500;
    static final String FORM = "(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+";
    static final String MESSAGE = "must have a visible character and no control character";

    private Reason() {}
}
