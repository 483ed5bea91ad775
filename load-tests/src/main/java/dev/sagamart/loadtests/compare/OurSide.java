package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.filling.Filling;
import dev.sagamart.loadtests.filling.Volume;
import dev.sagamart.loadtests.instances.ConsumerGroups;
import dev.sagamart.loadtests.instances.Sharing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is measured of ours, in one run of the suite. */
record OurSide(List<Scenario> scenarios, List<Entrance> entrances, Effort effort, Size size) {

    /**
     * What was measured.
     *
     * @param sharing how several instances shared the messages; empty if there was one of each
     * @param errors what makes the figures worthless, beside what the rows say
     */
    record Result(List<Row> rows, List<Sharing> sharing, List<String> errors) {}

    Result measure(Path root, Path here) throws IOException, InterruptedException, SQLException {
        try (Ours ours = Ours.start(root, here, size.instances(), Map.of())) {
            if (size.filled() > 0) {
                new Filling(ours.suite().postgres(), new Volume(size.filled(), Instant.now())).run();
            }
            ours.furnish(scenarios, here);
            List<Row> rows = rows(ours);
            List<Sharing> sharing = size.instances() > 1 ? sharing(ours) : List.of();
            List<String> errors = new ArrayList<>(Books.errors(ours.suite()));
            sharing.forEach(one -> one.error(size.instances()).ifPresent(errors::add));
            return new Result(rows, sharing, errors);
        }
    }

    private List<Row> rows(Ours ours) throws IOException, InterruptedException, SQLException {
        List<Row> rows = new ArrayList<>();
        Duration warmUp = effort.warmUp();
        for (Scenario scenario : scenarios) {
            for (Entrance entrance : entrances) {
                System.err.println("Warming up for " + warmUp.toSeconds() + " s: " + scenario + " at " + entrance);
                ours.turn(scenario, entrance, effort.connections().getLast(), warmUp);
                warmUp = effort.furtherWarmUp();
                for (int at : effort.connections()) {
                    rows.add(row(ours, scenario, entrance, at));
                }
            }
        }
        return rows;
    }

    private Row row(Ours ours, Scenario scenario, Entrance entrance, int connections)
            throws IOException, InterruptedException, SQLException {
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            turns.add(ours.turn(scenario, entrance, connections, effort.length()));
        }
        var row = new Row(scenario, entrance, connections, turns, List.of());
        System.err.println(row.line());
        return row;
    }

    private static List<Sharing> sharing(Ours ours) throws InterruptedException {
        try (var groups = new ConsumerGroups(ours.suite().options().ports().kafka())) {
            return groups.sharing();
        }
    }
}
