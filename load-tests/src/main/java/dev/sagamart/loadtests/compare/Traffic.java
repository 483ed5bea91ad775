package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.measuring.Requests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a scenario of wrk is made of. */
record Traffic(Path tokens, Path wishes, boolean onceEach) {

    /** @param wishes method, path and body each */
    static Traffic write(Path folder, Scenario scenario, List<String> tokens, List<String> wishes) throws IOException {
        List<String> used = scenario.needsToken() ? tokens : List.of("");
        return new Traffic(
                Files.write(folder.resolve(scenario + ".tokens"), used),
                Files.write(folder.resolve(scenario + ".wishes"), wishes),
                scenario.onceEach());
    }

    /** The same for clients of our own; the wishes must be writes to one path. */
    Requests requests(InetSocketAddress server) throws IOException {
        List<String[]> parts = Files.readAllLines(wishes).stream()
                .map(wish -> wish.split("\t", -1))
                .toList();
        String start = "POST %s HTTP/1.1\r\nHost: %s:%d\r\n"
                .formatted(parts.getFirst()[1], server.getHostString(), server.getPort());
        List<String> bodies = parts.stream().map(part -> part[2]).toList();
        return Requests.writing(start, Files.readAllLines(tokens), bodies);
    }

    static String get(String path) {
        return "GET\t" + path + "\t";
    }

    static String post(String path, String body) {
        return "POST\t" + path + "\t" + body;
    }
}
