package dev.sagamart.chaos.faults;

import java.util.ArrayList;
import java.util.List;

/** The faults that a run chooses from. */
public final class Catalogue {
    private Catalogue() {}

    /** A few that cover most, for a run of three minutes. */
    public static List<Fault> smoke() {
        return List.of(
                fault("X01", "kill a service", 2, Kills::service),
                fault("X03", "pause a service", 1, Pauses::serviceBeyondItsClaims),
                fault("X07", "kill Redis, data kept", 1, Kills::redis),
                fault("X12", "kill PostgreSQL", 1, PostgresHarm::crash),
                fault("X15", "restart or kill the broker", 1, Kills::broker),
                fault("X18", "lose replies after the commit", 3, LinkTroubles::replyLost),
                fault("X19", "repeat records", 2, RepeatedRecords::everywhere));
    }

    /** All that a machine like this can do. */
    public static List<Fault> standard() {
        return List.of(
                fault("X01", "kill a service", 12, Kills::service),
                planted("X02", "crash at a point", 8, PlantedFaults::crash),
                fault("X03", "pause a service", 4, Pauses::service),
                fault("X04", "pause Redis", 2, Pauses::redis),
                fault("X05", "pause PostgreSQL", 1, Pauses::postgres),
                fault("X06", "pause the broker", 1, Pauses::kafka),
                fault("X07", "kill Redis, data kept", 1, Kills::redis),
                fault("X08", "kill Redis, all data lost", 1, RedisHarm::totalLoss),
                fault("X09", "kill Redis, last data lost", 1, RedisHarm::partialLoss),
                fault("X10", "Redis goes back to an earlier state", 1, RedisHarm::rollback),
                fault("X11", "Redis loses a little", 2, RedisPinpricks::any),
                fault("X12", "kill PostgreSQL", 2, PostgresHarm::crash),
                fault("X13a", "end the sessions of a service", 2, PostgresHarm::sessionsEnded),
                fault("X13b", "kill a backend of PostgreSQL", 1, PostgresHarm::backendKilled),
                fault("X14", "hold a lock on a table", 2, PostgresHarm::lockedTable),
                fault("X15", "restart or kill the broker", 2, Kills::broker),
                fault("X16", "the broker loses what it acknowledged", 1, BrokerHarm::acknowledgedLoss),
                fault("X17", "trouble a link", 8, LinkTroubles::any),
                fault("X18", "lose replies after the commit", 5, LinkTroubles::replyLost),
                fault("X19", "repeat records", 3, RepeatedRecords::everywhere),
                fault("X20a", "compensations before their actions", 3, SilencedOrders::aim),
                fault("X20b", "repeat old replies", 2, RepeatedRecords::staleReplies),
                fault("X20c", "rewind a consumer group", 1, RewoundGroup::aim),
                fault("X21", "poison the command topics", 1, Poison::aim),
                planted("X22", "fail a consumer with an error", 1, PlantedFaults::consumerError),
                fault("X24a", "starve the cores", 1, StarvedCores::aim),
                fault("X24b", "no file descriptors left", 1, OpenFiles::aim),
                fault("X26", "restart a service in order", 2, Kills::rollingRestart),
                fault("X27", "kill everything", 1, Kills::everything));
    }

    /** And those that turn a machine upside down, for a run of hours. */
    public static List<Fault> soak() {
        List<Fault> all = new ArrayList<>(standard());
        if (SmallDisk.isPossible()) {
            all.add(fault("X23", "no space left on a disk", 1, FullDisk::aim));
        }
        all.add(planted("X25", "a clock that is wrong", 1, WrongClock::aim));
        return List.copyOf(all);
    }

    private static Fault planted(String id, String title, int weight, CatalogueEntry.Aiming aiming) {
        return new CatalogueEntry(id, title, weight, true, aiming);
    }

    private static Fault fault(String id, String title, int weight, CatalogueEntry.Aiming aiming) {
        return new CatalogueEntry(id, title, weight, false, aiming);
    }
}
