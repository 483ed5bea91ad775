package dev.sagamart.loadtests.gateway;

import dev.sagamart.loadtests.measuring.Load;
import dev.sagamart.loadtests.measuring.LoadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Warms both gateways up, then lets them take turns. */
final class GatewayBench {
    private final Stage stage;
    private final Plan plan;
    private final List<String> tokens;

    GatewayBench(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.tokens = stage.tokens();
    }

    void warmUp() {
        for (Scenario scenario : plan.scenarios()) {
            for (int connections : plan.connections()) {
                takeTurns(scenario, connections, plan.warmupOfEach(), "warm-up");
            }
        }
    }

    List<Comparison> measure() {
        List<Comparison> comparisons = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            for (int connections : plan.connections()) {
                comparisons.add(compare(scenario, connections));
            }
        }
        return comparisons;
    }

    private Comparison compare(Scenario scenario, int connections) {
        List<Round> bare = new ArrayList<>();
        List<Round> ours = new ArrayList<>();
        for (int number = 1; number <= plan.rounds(); number++) {
            Pair pair = takeTurns(scenario, connections, plan.round(), "round " + number);
            requireKept(scenario, pair.ours().load());
            bare.add(pair.bare());
            ours.add(pair.ours());
        }
        return new Comparison(scenario, connections, bare, ours);
    }

    private Pair takeTurns(Scenario scenario, int connections, Duration time, String when) {
        String label = scenario.label() + ", " + connections + " connections, " + when + ", ";
        Round bare = note(label + "bare", turn(stage.bare(), scenario, connections, time));
        Round ours = note(label + "ours", turn(stage.ours(), scenario, connections, time));
        return new Pair(bare, ours);
    }

    /** Redis begins each turn empty, so that no turn meets its memory limit. */
    private Round turn(JavaServer gateway, Scenario scenario, int connections, Duration time) {
        stage.redis().clear();
        double before = gateway.processorMillis();
        LoadResult load = Load.run(gateway.address(), connections, scenario.requests(gateway.port(), tokens), time);
        return new Round(load, gateway.processorMillis() - before);
    }

    /** A gateway that lost its Redis would still answer, and sooner: that is not what is measured. */
    private void requireKept(Scenario scenario, LoadResult load) {
        long kept = stage.redis().keys();
        if (scenario.writes() && kept < load.answers()) {
            throw new IllegalStateException("Only " + kept + " of " + load.answers()
                    + " answers were kept in Redis: the figures are worthless.");
        }
    }

    private static Round note(String what, Round round) {
        Map<String, Integer> errors = round.load().errors();
        System.err.printf(
                Locale.ROOT,
                "%s: %.0f/s, p50 %.2f ms, CPU %.3f ms per request%s%n",
                what,
                round.perSecond(),
                round.p50Millis(),
                round.processorMillisPerRequest(),
                errors.isEmpty() ? "" : ", errors: " + errors);
        return round;
    }

    private record Pair(Round bare, Round ours) {}
}
