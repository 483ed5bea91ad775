package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A Kafka broker and controller (KRaft) in a JVM of its own, with the topics of the suite. */
public final class KafkaServer extends ProcessServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final List<String> jvmFlags;
    private final List<Detour> detours;

    /**
     * A listener more, whose clients are told to come back by way of another port.
     *
     * @param port where the broker listens
     * @param advertisedPort where its clients are sent
     */
    public record Detour(int port, int advertisedPort) {}

    /**
     * @param home data, logs and pid record are kept below this folder
     * @param controllerPort used by the broker alone
     * @param jvmFlags added to the flags that every broker has
     */
    public KafkaServer(Path home, int port, int controllerPort, List<String> jvmFlags) {
        this(home, port, controllerPort, jvmFlags, List.of());
    }

    /** As above with listeners for clients that must not reach the broker directly. */
    public KafkaServer(Path home, int port, int controllerPort, List<String> jvmFlags, List<Detour> detours) {
        super(START_LIMIT, STOP_LIMIT);
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvmFlags = List.copyOf(jvmFlags);
        this.detours = List.copyOf(detours);
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
                    .replace("@detour-protocols@", forEachDetour(detour -> name(detour) + ":PLAINTEXT"))
                    .replace("@detour-listeners@", forEachDetour(detour -> address(detour, detour.port())))
                    .replace("@detour-advertised@", forEachDetour(detour -> address(detour, detour.advertisedPort())))
                    .replace("@port@", Integer.toString(port))
                    .replace("@controller-port@", Integer.toString(controllerPort))
                    .replace("@data@", home.resolve("kafka").toString().replace('\\', '/'));
        }
    }

    private String forEachDetour(Function<Detour, String> text) {
        return detours.stream().map(text).map(one -> "," + one).collect(Collectors.joining());
    }

    private static String address(Detour detour, int port) {
        return name(detour) + "://127.0.0.1:" + port;
    }

    private static String name(Detour detour) {
        return "DETOUR" + detour.port();
    }
}
