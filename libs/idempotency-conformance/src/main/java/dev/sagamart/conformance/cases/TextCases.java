package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Header;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.http.Wire;
import dev.sagamart.conformance.subject.Operation;
import java.util.Arrays;
import java.util.List;

/** Text whose characters take several bytes, and come apart on the way. */
final class TextCases {
    static final List<Case> ALL = List.of(
            Case.of(
                    "text-in-segments",
                    "text that is cut inside a character arrives whole, and is replayed byte for byte",
                    TextCases::segments),
            Case.of(
                    "text-in-chunks",
                    "text in chunks that end inside a character arrives whole, and is replayed byte for byte",
                    TextCases::chunks));

    private TextCases() {}

    private static String segments(Trial trial) {
        return text(trial, (wire, write, pieces) -> {
            wire.head(write, new Header("Content-Length", Integer.toString(write.body().length)));
            pieces.forEach(wire::bytes);
        });
    }

    private static String chunks(Trial trial) {
        return text(trial, (wire, write, pieces) -> {
            wire.head(write, new Header("Transfer-Encoding", "chunked"));
            pieces.forEach(wire::chunk);
            wire.chunk(new byte[0]);
        });
    }

    private static String text(Trial trial, Sending sending) {
        Operation operation = trial.operation("text");
        String pointer = trial.setting("text.pointer");
        String value = trial.setting("text.value");
        Request write = trial.write(operation, trial.user(operation.role()), Trial.key());
        Answer first;
        try (Wire wire = trial.wire()) {
            sending.send(wire, write, cut(write.body()));
            first = wire.answer();
        }

        trial.judge().is(operation.outcome(), first, "in pieces");
        String said = first.json().at(pointer).asString("");
        if (!said.equals(value)) {
            throw new Failed("'" + said + "' instead of '" + value + "'");
        }
        trial.judge().isReplay(first, trial.insist(write), "in one piece");
        return "'" + said + "', the same bytes again";
    }

    /** Cuts twice, inside the first character of several bytes. */
    private static List<byte[]> cut(byte[] body) {
        for (int index = 0; index < body.length; index++) {
            if ((body[index] & 0xC0) == 0x80) {
                return List.of(
                        Arrays.copyOf(body, index),
                        Arrays.copyOfRange(body, index, index + 1),
                        Arrays.copyOfRange(body, index + 1, body.length));
            }
        }
        throw new Skipped("text.body has no character of several bytes");
    }

    /** A way to put a body on the wire. */
    @FunctionalInterface
    private interface Sending {
        void send(Wire wire, Request write, List<byte[]> pieces);
    }
}
