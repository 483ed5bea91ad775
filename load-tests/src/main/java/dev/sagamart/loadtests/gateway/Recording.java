package dev.sagamart.loadtests.gateway;

import java.io.IOException;
import java.nio.file.Path;

/** A flight recording of a running JVM, written when it ends. */
final class Recording {
    private Recording() {}

    static void start(long pid, Path file) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = new ProcessBuilder(
                jcmd,
                Long.toString(pid),
                "JFR.start",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=1000/s",
                "dumponexit=true",
                "filename=" + file.toAbsolutePath());
        int exit = command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("no recording could be started in process " + pid);
        }
    }
}
