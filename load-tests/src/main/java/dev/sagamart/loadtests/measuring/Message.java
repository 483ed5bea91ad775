package dev.sagamart.loadtests.measuring;

import java.nio.charset.StandardCharsets;

/**
 * The first HTTP/1.1 message in a buffer: as much of it as is needed to see where it ends and what it is. The body has
 * the length that a Content-Length or chunks give it, and without either there is none.
 */
public final class Message {
    /** The length of a message that is not all there yet. */
    public static final int INCOMPLETE = -1;

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] CONTENT_LENGTH = lowerCase("content-length:");
    private static final byte[] CHUNKED = lowerCase("transfer-encoding:");

    private final byte[] bytes;
    private final int count;
    private final int head;

    /** @param count how many of the bytes have been received */
    public Message(byte[] bytes, int count) {
        this.bytes = bytes;
        this.count = count;
        this.head = endOfHead();
    }

    /**
     * How many bytes the message has, or {@link #INCOMPLETE}.
     *
     * @throws IllegalArgumentException if a length is not a number
     */
    public int length() {
        if (head == INCOMPLETE) {
            return INCOMPLETE;
        }
        if (valueOf(CHUNKED) >= 0) {
            return endOfChunks();
        }
        int declared = valueOf(CONTENT_LENGTH);
        return received(declared < 0 ? head : head + number(declared, 10));
    }

    /** The status of an answer. */
    public int status() {
        return number(STATUS_AT, 10);
    }

    /** Whether the message begins like this. */
    public boolean startsWith(byte[] start) {
        return count >= start.length && matches(0, start);
    }

    private int endOfHead() {
        for (int line = 0; line >= 0; line = nextLine(line)) {
            if (line > 0 && isEmptyLine(line)) {
                return line + 2;
            }
        }
        return INCOMPLETE;
    }

    private int endOfChunks() {
        int chunk = head;
        while (chunk >= 0 && nextLine(chunk) >= 0) {
            int size = number(chunk, 16);
            if (size == 0) {
                return endOfTrailers(nextLine(chunk));
            }
            chunk = received(nextLine(chunk) + size + 2);
        }
        return INCOMPLETE;
    }

    private int endOfTrailers(int first) {
        for (int line = first; line >= 0; line = nextLine(line)) {
            if (isEmptyLine(line)) {
                return line + 2;
            }
        }
        return INCOMPLETE;
    }

    /** Where the value of a header begins, or -1. */
    private int valueOf(byte[] name) {
        for (int line = nextLine(0); line >= 0 && line < head; line = nextLine(line)) {
            if (line + name.length <= head && matchesAnyCase(line, name)) {
                return line + name.length;
            }
        }
        return -1;
    }

    private int number(int from, int radix) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int value = 0;
        int first = at;
        for (int digit = digit(at, radix); digit >= 0; digit = digit(++at, radix)) {
            value = Math.addExact(Math.multiplyExact(value, radix), digit);
        }
        if (at == first) {
            throw new IllegalArgumentException("not a number at byte " + from);
        }
        return value;
    }

    private int digit(int at, int radix) {
        return at < count ? Character.digit(bytes[at], radix) : -1;
    }

    /** The start of the line after the one at this place, or -1 when that line has no end yet. */
    private int nextLine(int from) {
        for (int at = from; at < count; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private boolean isEmptyLine(int line) {
        return line + 1 < count && bytes[line] == '\r' && bytes[line + 1] == '\n';
    }

    private int received(int end) {
        return end <= count ? end : INCOMPLETE;
    }

    private boolean matches(int from, byte[] expected) {
        for (int index = 0; index < expected.length; index++) {
            if (bytes[from + index] != expected[index]) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesAnyCase(int from, byte[] lowerCase) {
        for (int index = 0; index < lowerCase.length; index++) {
            if (Character.toLowerCase(bytes[from + index]) != lowerCase[index]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lowerCase(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
