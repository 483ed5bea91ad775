package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and controller (KRaft) in a JVM of its own, with the topics of the suite. */
public final class KafkaServer implements Server {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final List<String> jvmFlags;
    private @Nullable ChildProcess process;

    /**
     * @param home data, logs and pid record are kept below this folder
     * @param controllerPort used by the broker alone
     * @param jvmFlags added to the flags that every broker has
     */
    public KafkaServer(Path home, int port, int controllerPort, List<String> jvmFlags) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvmFlags = List.copyOf(jvmFlags);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess started = ChildProcess.start(new Launch("kafka", command(writeSettings()), home));
        process = started;
        started.awaitReady(() -> Ports.isOpen(port), LIMIT);
        new KafkaTopics(bootstrapServers()).create();
    }

    @Override
    public synchronized void stop() {
        if (process != null && process.isAlive()) {
            process.terminate(Duration.ofSeconds(20));
        }
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    public synchronized @Nullable ChildProcess process() {
        return process;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
        command.add("-Dlogback.configurationFile=dev/sagamart/local/infrastructure/kafka-logback.xml");
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(KafkaBroker.class.getName(), settings.toString()));
        return command;
    }

    private Path writeSettings() {
        Path file = home.resolve("kafka.properties");
        try {
            Files.createDirectories(home);
            Files.writeString(file, settings());
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String settings() throws IOException {
        try (var template = KafkaServer.class.getResourceAsStream("kafka.properties")) {
            if (template == null) {
                throw new IllegalStateException("kafka.properties is not on the class path");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@port@", Integer.toString(port))
                    .replace("@controller-port@", Integer.toString(controllerPort))
                    .replace("@data@", home.resolve("kafka").toString().replace('\\', '/'));
        }
    }
}
