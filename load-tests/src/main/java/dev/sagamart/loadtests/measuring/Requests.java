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
    private final List<byte[]> users;
    private final List<byte[]> bodies;
    private int turn;
    private int body;

    private Requests(String head, int endOfKey, List<String> users, List<String> bodies) {
        this.head = bytes(head);
        this.endOfKey = endOfKey;
        this.users = users.stream().map(Requests::bytes).toList();
        this.bodies = bodies.stream().map(Requests::bytes).toList();
    }

    /**
     * Reads.
     *
     * @param start the request line and the headers that all have, each with its line end
     * @param tokens one access token per user; none for reads without identity
     */
    public static Requests reading(String start, List<String> tokens) {
        List<String> users = tokens.stream().map(Requests::bearer).toList();
        return new Requests(start, 0, users.isEmpty() ? List.of("") : users, List.of("\r\n"));
    }

    /** Writes of the same body, each with an Idempotency-Key of its own. */
    public static Requests writing(String start, List<String> tokens, String json) {
        return writing(start, tokens, List.of(json));
    }

    /** Writes of these bodies in turn. */
    public static Requests writing(String start, List<String> tokens, List<String> bodies) {
        String randomPart = UUID.randomUUID().toString().substring(0, 36 - FIRST_KEY.length());
        String upToKey = start + "Idempotency-Key: " + randomPart + FIRST_KEY;
        return new Requests(
                upToKey + "\r\n",
                upToKey.length(),
                tokens.stream().map(Requests::bearer).toList(),
                bodies.stream().map(Requests::withLength).toList());
    }

    private static String withLength(String json) {
        return "Content-Type: application/json\r\nContent-Length: " + bytes(json).length + "\r\n\r\n" + json;
    }

    /** Appends the next request. */
    public void next(ByteBuffer to) {
        if (endOfKey > 0) {
            countUp();
        }
        to.put(head).put(users.get(turn)).put(bodies.get(body));
        turn = (turn + 1) % users.size();
        body = (body + 1) % bodies.size();
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
