package dev.sagamart.local.cli;

/** Text of strangers, for a terminal. */
final class Visible {
    private Visible() {}

    /** Without what would steer the terminal instead of being shown. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "\u00b7");
    }
}
