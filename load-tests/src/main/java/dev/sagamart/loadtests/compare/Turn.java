package dev.sagamart.loadtests.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measurement of one side.
 *
 * @param effects what the requests brought about, counted in the database or, where that makes no sense, the answers
 * @param processors seconds of all its processes, by name
 */
public record Turn(WrkResult load, long effects, Map<String, Double> processors) {

    /** What was brought about, not what was asked for. */
    public double perSecond() {
        return effects / load.seconds();
    }

    List<String> errors(Scenario scenario) {
        List<String> errors = new ArrayList<>();
        long wanted = scenario.isRefused() ? load.requests() : 0;
        if (load.refused() != wanted) {
            errors.add(load.refused() + " answers with a status from 400 on, " + wanted + " expected");
        }
        if (load.broken() > 0) {
            errors.add(load.broken() + " connections broke, or had no answer in time");
        }
        return errors;
    }

    double p50Millis() {
        return load.p50Millis();
    }

    double p99Millis() {
        return load.p99Millis();
    }

    double processorMillis() {
        return 1000
                * processors.values().stream().mapToDouble(Double::doubleValue).sum()
                / effects;
    }

    /** Who used how much per effect, the greediest first. */
    String processorMillisByName() {
        return processors.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(one -> String.format(Locale.ROOT, "%s %.2f", one.getKey(), 1000 * one.getValue() / effects))
                .filter(part -> !part.endsWith(" 0.00"))
                .collect(Collectors.joining(", "));
    }
}
