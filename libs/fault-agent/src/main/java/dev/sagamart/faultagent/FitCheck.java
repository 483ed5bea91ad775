package dev.sagamart.faultagent;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Tells, without starting it, whether an application still has the places that crash points and defects need. */
public final class FitCheck {
    private FitCheck() {}

    /** What is missing in the application that this class loader would run; empty if nothing is. */
    public static List<String> complaints(ClassLoader application) {
        var code = new ApplicationCode(application);
        return Stream.of(Hooks.points(), Hooks.defects(EnumSet.allOf(Mutant.class)))
                .flatMap(hooks -> hooks.complaints(code).stream())
                .distinct()
                .toList();
    }

    /** The names of the points and defects that have a place in it. */
    public static List<String> found(ClassLoader application) {
        var code = new ApplicationCode(application);
        return Stream.of(Hooks.points(), Hooks.defects(EnumSet.allOf(Mutant.class)))
                .flatMap(hooks -> hooks.namesIn(code).stream())
                .sorted()
                .toList();
    }
}
