package dev.sagamart.loadtests.compare;

import java.io.IOException;
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

    static String get(String path) {
        return "GET\t" + path + "\t";
    }

    static String post(String path, String body) {
        return "POST\t" + path + "\t" + body;
    }
}
