package dev.sagamart.faultagent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is to be woven into an application. */
final class Hooks {
    private static final Place CLOCK = Place.returnOf("dev.sagamart.defaults.DefaultsAutoConfiguration", "clock", 0);
    private static final Place GATEWAY_CLOCK = Place.returnOf("dev.sagamart.gateway.GatewayApplication", "clock", 0);

    private final List<Hook> hooks;

    private Hooks(List<Hook> hooks) {
        this.hooks = hooks;
    }

    /** Where orders can have an effect. */
    static Hooks points() {
        var hooks = new ArrayList<Hook>();
        for (CrashPoint point : CrashPoint.values()) {
            Points.of(point).forEach(place -> hooks.add(Hook.crash(point, place)));
        }
        for (ErrorPoint point : ErrorPoint.values()) {
            Points.of(point).forEach(place -> hooks.add(Hook.error(point, place)));
        }
        Stream.of(CLOCK, GATEWAY_CLOCK).forEach(place -> hooks.add(Hook.clock(place)));
        return new Hooks(hooks);
    }

    static Hooks defects(Set<Mutant> mutants) {
        return new Hooks(
                mutants.stream().flatMap(mutant -> Defects.of(mutant).stream()).toList());
    }

    /** What does not fit the code; empty if all does. */
    List<String> complaints(ApplicationCode code) {
        if (!code.isVisible()) {
            return List.of("there is nothing of Sagamart on the class path; is the application unpacked?");
        }
        return hooks.stream().flatMap(hook -> hook.complaint(code).stream()).toList();
    }

    /** The names of the hooks that have a place in this application. */
    Set<String> namesIn(ApplicationCode code) {
        return hooks.stream()
                .filter(hook -> code.has(hook.place().type()))
                .map(Hook::name)
                .collect(Collectors.toSet());
    }

    void install(Instrumentation instrumentation) {
        Weaving.of(hooks).installOn(instrumentation);
    }
}
