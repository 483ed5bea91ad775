package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Kafka broker and controller (KRaft) in a JVM of its own, with the topics of the suite. */
public final class KafkaServer extends ProcessServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final List<String> jvmFlags;

    /**
     * @param home data, logs and pid record are kept below this folder
     * @param controllerPort used by the broker alone
     * @param jvmFlags added to the flags that every broker has
     */
    public KafkaServer(Path home, int port, int controllerPort, List<String> jvmFlags) {
        super(START_LIMIT, STOP_LIMIT);
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvmFlags = List.copyOf(jvmFlags);
    }

    @Override
    protected Launch launch() {
        return new Launch("kafka", command(writeSettings()), home);
    }

    @Override
    public boolean answers() {
        return Ports.isOpen(port);
    }

    @Override
    protected void completeStart() {
        new KafkaTopics(bootstrapServers()).create();
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
