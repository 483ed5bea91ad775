package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the broker's JVM: formats new storage, serves, and ends when whoever started it is gone. */
public final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        Path settings = Path.of(arguments[0]);
        formatWhenNew(settings);
        Thread.ofPlatform().daemon().name("parent-watch").start(KafkaBroker::endWithParent);
        Kafka.main(new String[] {settings.toString()});
    }

    private static void formatWhenNew(Path settings) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        if (Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            return;
        }
        List<String> command = List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString());
        if (StorageTool.execute(command.toArray(String[]::new), System.out) != 0) {
            throw new IllegalStateException("the storage of the broker cannot be formatted");
        }
    }

    /** The parent holds the other end of standard input: it closes when the parent dies, however it dies. */
    private static void endWithParent() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // as good as the end of the stream
        }
        System.exit(0);
    }
}
