package dev.sagamart.local.suite;

import java.nio.file.Path;
import java.util.List;

/** The JVM that every service gets; what is measured outside of a suite must run on the same. */
public final class ServiceJvm {
    private ServiceJvm() {}

    /** The program and its flags; what it shall run comes after them. */
    public static List<String> command() {
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
