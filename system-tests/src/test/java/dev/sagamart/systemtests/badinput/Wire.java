package dev.sagamart.systemtests.badinput;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection on which a test writes HTTP by hand, for what no decent client would send. */
final class Wire implements AutoCloseable {
    /** One answer, its headers in lower case; status 0 if there was none. */
    record Answer(int status, List<String> headers, String body) {
        static final Answer NONE = new Answer(0, List.of(), "");

        String header(String name) {
            return headers.stream()
                    .filter(header -> header.startsWith(name + ":"))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final Socket socket;
    private final InputStream answers;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(12_000);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    Wire write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All answers until the other side hangs up, or is silent for a while after the first. */
    List<Answer> answers() throws IOException {
        List<Answer> all = new ArrayList<>();
        for (Answer next = answer(); next.status() > 0; next = answer()) {
            all.add(next);
            socket.setSoTimeout(300);
        }
        return all;
    }

    Answer answer() throws IOException {
        try {
            String line = line();
            if (line.isEmpty()) {
                return Answer.NONE;
            }
            List<String> headers = new ArrayList<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                headers.add(header.toLowerCase(Locale.ROOT));
            }
            var answer = new Answer(Integer.parseInt(line.split(" ")[1]), headers, "");
            return new Answer(answer.status(), headers, body(answer));
        } catch (SocketTimeoutException silent) {
            return Answer.NONE;
        }
    }

    private String body(Answer answer) throws IOException {
        if (answer.header("transfer-encoding").equals("chunked")) {
            var body = new StringBuilder();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(new String(answers.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
            return body.toString();
        }
        String length = answer.header("content-length");
        return length.isEmpty() ? "" : new String(answers.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n' && next != -1; next = answers.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
