package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A server has no space left for its data; for this it works from a small file system for a while. */
final class FullDisk {
    private static final List<Server> SERVERS = List.of(
            new Server("postgres", "No space left on device"),
            new Server("redis", "writing to the AOF file"),
            new Server("kafka", "No space left on device"));
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private FullDisk() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        Server server = Chance.oneOf(SERVERS, random);
        String victim = server.name();
        return new Aim("no space for " + victim + " for " + Chance.say(LENGTH), Set.of(victim), () -> {
            var disk = new SmallDisk(cluster.data().resolve(victim));
            restart(cluster, victim, disk::putUnder);
            LogMark log = LogMark.endOf(log(cluster, victim));
            disk.fill();
            return Blow.feltByOthers(
                    LENGTH,
                    () -> {
                        disk.free();
                        cluster.start(victim);
                        restart(cluster, victim, disk::takeAway);
                    },
                    () -> new Proof("times that no space was left", log.count(server.complaint())));
        });
    }

    private static Path log(Cluster cluster, String victim) {
        return cluster.logs().resolve(victim + ".log");
    }

    private static void restart(Cluster cluster, String victim, Runnable between) {
        cluster.stop(victim);
        between.run();
        cluster.start(victim);
    }

    /** @param complaint what it writes to its log without space; Redis tells of writes cut short as well */
    private record Server(String name, String complaint) {}
}
