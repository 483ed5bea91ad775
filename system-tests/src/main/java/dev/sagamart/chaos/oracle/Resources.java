package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the processes hold on to: after the storm not much more than before it. */
final class Resources implements Invariant {
    private static final double FACTOR = 1.2;
    /** What pools and compilers may take besides. */
    private static final int SLACK = 60;

    /** Faults that may cut the log of Redis in the middle of something. */
    private static final Set<String> TEARING = Set.of("X09", "X10");

    private static final int MOST_TOLD = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String IDLE = """
            select datname, usename, state_change from pg_stat_activity
            where state like 'idle in transaction%' and state_change < now() - interval '5 seconds'""";

    private final Scene scene;
    private Map<String, Held> before = Map.of();
    private long tornLogs;

    Resources(Scene scene) {
        this.scene = scene;
    }

    /** Open files and threads of a process. */
    private record Held(int files, int threads) {}

    /** To be called when all is warm. */
    void remember() {
        before = held();
    }

    /**
     * Redis cuts a torn log off after the last whole command, even inside of a script's transaction, and carries the half
     * of it out when it starts the next time: one answer may then be there that has not been given its end.
     */
    void excuse(List<Blow> blows) {
        tornLogs = blows.stream().filter(blow -> TEARING.contains(blow.id())).count();
    }

    @Override
    public String id() {
        return "I19";
    }

    @Override
    public String sentence() {
        return "Processes hold on to nothing, no transaction is forgotten, and every kept answer has an end.";
    }

    @Override
    public List<String> violations() throws SQLException, IOException {
        List<String> violations = new ArrayList<>(grownForGood());
        violations.addAll(idleTransactions());
        violations.addAll(endlessAnswers());
        return violations;
    }

    /** Connections that nobody needs are kept for a while. */
    private List<String> grownForGood() {
        List<String> grown = grown();
        try {
            for (long begin = System.nanoTime();
                    !grown.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos();
                    grown = grown()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return grown;
    }

    private List<String> grown() {
        List<String> grown = new ArrayList<>();
        held().forEach((name, now) -> {
            Held then = before.getOrDefault(name, now);
            compare(name + ": open files", then.files(), now.files(), grown);
            compare(name + ": threads", then.threads(), now.threads(), grown);
        });
        return grown;
    }

    private static void compare(String what, int then, int now, List<String> violations) {
        if (now > then * FACTOR + SLACK) {
            violations.add(what + " " + then + " before, " + now + " after");
        }
    }

    private Map<String, Held> held() {
        Map<String, Held> held = new HashMap<>();
        scene.services().forEach((name, pid) -> {
            Path process = Path.of("/proc", Long.toString(pid));
            held.put(name, new Held(count(process.resolve("fd")), count(process.resolve("task"))));
        });
        return held;
    }

    private static int count(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        } catch (IOException unknown) {
            return 0;
        }
    }

    private List<String> idleTransactions() throws SQLException {
        List<String> idle = new ArrayList<>();
        try (Connection connection = scene.databases().open("postgres");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IDLE)) {
            while (rows.next()) {
                idle.add("transaction of " + rows.getString(2) + " idle since " + rows.getString(3));
            }
        }
        return idle;
    }

    private List<String> endlessAnswers() throws IOException {
        try (var redis = new Redis(scene.redis())) {
            List<String> endless = new ArrayList<>();
            for (String key : redis.keys("idempotency*")) {
                if ("-1".equals(redis.text("PTTL", key))) {
                    endless.add(key + " never ends");
                }
            }
            return endless.size() <= tornLogs
                    ? List.of()
                    : endless.stream().limit(MOST_TOLD).toList();
        }
    }
}
