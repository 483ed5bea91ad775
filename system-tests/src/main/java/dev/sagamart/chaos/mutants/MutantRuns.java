package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.cluster.ClusterOptions;
import dev.sagamart.chaos.cluster.RunningCluster;
import dev.sagamart.chaos.report.Judgement;
import dev.sagamart.chaos.report.Report;
import dev.sagamart.chaos.report.Verdict;
import dev.sagamart.chaos.runner.ChaosRun;
import dev.sagamart.chaos.runner.Console;
import dev.sagamart.chaos.runner.Wanted;
import dev.sagamart.faultagent.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the suite with a defect. */
final class MutantRuns {
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private final Console console = new Console(System.out);
    private final Path root;
    private final Path folder;
    private final long seed;
    private final int minutes;

    /** @param minutes how long faults are let loose */
    MutantRuns(Path root, Path folder, long seed, int minutes) {
        this.root = root;
        this.folder = folder;
        this.seed = seed;
        this.minutes = minutes;
    }

    /** What the questions find wrong in a suite without a defect: nothing, or they prove nothing of others. */
    List<String> control() throws Exception {
        Path here = Files.createDirectories(folder.resolve("control"));
        List<String> wrong = new ArrayList<>();
        try (Cluster cluster = RunningCluster.start(new ClusterOptions(root, here, List.of(), Map.of()), console)) {
            for (Mutant mutant : Mutant.values()) {
                if (Trial.of(mutant) instanceof Trial.ByQuestion asked) {
                    wrong.addAll(asked.question().wrong(cluster));
                }
            }
        }
        return wrong;
    }

    /** Each in a suite of its own. */
    Outcome run(Mutant mutant) {
        try {
            Path here = Files.createDirectories(folder.resolve(mutant.name()));
            return switch (Trial.of(mutant)) {
                case Trial.UnderFire fire ->
                    judge(mutant, fire.expected(), judgement(List.of(mutant), fire.faults(), here));
                case Trial.ByQuestion asked -> ask(mutant, asked.question(), here);
            };
        } catch (Exception failure) {
            return new Outcome(mutant, Set.of(), List.of("nothing can be said: " + failure));
        }
    }

    /** All in one suite under the faults of all, without those that are asked for. */
    List<Outcome> runTogether(List<Mutant> mutants) throws Exception {
        var fires = new TreeMap<Mutant, Trial.UnderFire>();
        var faults = new TreeSet<String>();
        for (Mutant mutant : mutants) {
            if (Trial.of(mutant) instanceof Trial.UnderFire fire) {
                fires.put(mutant, fire);
                faults.addAll(fire.faults());
            }
        }
        Path here = Files.createDirectories(folder.resolve("together"));
        Judgement judgement = judgement(List.copyOf(fires.keySet()), faults, here);
        return fires.entrySet().stream()
                .map(fire -> judge(fire.getKey(), fire.getValue().expected(), judgement))
                .toList();
    }

    private Judgement judgement(List<Mutant> mutants, Set<String> faults, Path here) throws Exception {
        var wanted = new Wanted(
                seed, minutes, List.copyOf(new TreeSet<>(faults)), root, here, AFTERMATH, List.of(flag(mutants)));
        Report report = new ChaosRun(wanted, console).withoutColdRestart().run();
        report.write();
        return report.judgement();
    }

    static Outcome judge(Mutant mutant, Set<String> expected, Judgement judgement) {
        if (judgement.verdict() != Verdict.FAIL) {
            return new Outcome(mutant, Set.of(), judgement.reasons());
        }
        var by = new TreeSet<String>();
        for (String reason : judgement.reasons()) {
            String invariant = reason.split(" ", 2)[0];
            if (expected.contains(invariant)) {
                by.add(invariant);
            }
        }
        return new Outcome(mutant, by, judgement.reasons());
    }

    private Outcome ask(Mutant mutant, Question question, Path here) throws Exception {
        var options = new ClusterOptions(root, here, List.of(flag(List.of(mutant))), Map.of());
        try (Cluster cluster = RunningCluster.start(options, console)) {
            List<String> wrong = question.wrong(cluster);
            String name = question.getClass().getSimpleName();
            return new Outcome(mutant, wrong.isEmpty() ? Set.of() : Set.of(name), wrong);
        }
    }

    private String flag(List<Mutant> mutants) throws IOException {
        Path agent = root.resolve("libs/fault-agent/target/fault-agent.jar");
        if (Files.notExists(agent)) {
            throw new IOException(agent + " is missing: build it with mvn package");
        }
        return Mutant.jvmArgument(agent, mutants);
    }
}
