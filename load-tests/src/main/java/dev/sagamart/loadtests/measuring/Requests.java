package dev.sagamart.loadtests.measuring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Requests of one kind by many users in turn, formatted beforehand; where keys are wanted, each has a new one. */
public final class Requests {
    private static final String FIRST_KEY = "000000000000";

    private final byte[] head;
    private final int endOfKey;
    private final List<byte[]> tails;
    private int turn;

    private Requests(String head, int endOfKey, List<String> tails) {
        this.head = bytes(head);
        this.endOfKey = endOfKey;
        this.tails = tails.stream().map(Requests::bytes).toList();
    }

    /**
     * Reads.
     *
     * @param start the request line and the headers that all have, each with its line end
     * @param tokens one access token per user; none for reads without identity
     */
    public static Requests reading(String start, List<String> tokens) {
        List<String> tails =
                tokens.stream().map(token -> bearer(token) + "\r\n").toList();
        return new Requests(start, 0, tails.isEmpty() ? List.of("\r\n") : tails);
    }

    /** Writes of the same body, each with an Idempotency-Key of its own. */
    public static Requests writing(String start, List<String> tokens, String json) {
        String randomPart = UUID.randomUUID().toString().substring(0, 36 - FIRST_KEY.length());
        String upToKey = start + "Idempotency-Key: " + randomPart + FIRST_KEY;
        String rest = "Content-Type: application/json\r\nContent-Length: " + bytes(json).length + "\r\n\r\n" + json;
        return new Requests(
                upToKey + "\r\n",
                upToKey.length(),
                tokens.stream().map(token -> bearer(token) + rest).toList());
    }

    /** Appends the next request. */
    public void next(ByteBuffer to) {
        if (endOfKey > 0) {
            countUp();
        }
        to.put(head).put(tails.get(turn));
        turn = (turn + 1) % tails.size();
    }

    /** The key ends in decimal digits, which count like an odometer. */
    private void countUp() {
        int digit = endOfKey - 1;
        while (head[digit] == '9') {
            head[digit--] = '0';
        }
        head[digit]++;
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
