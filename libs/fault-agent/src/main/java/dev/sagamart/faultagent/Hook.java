package dev.sagamart.faultagent;

import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** Something that is woven into a place under a name. */
record Hook(String name, Place place, AsmVisitorWrapper woven) {

    static Hook crash(CrashPoint point, Place place) {
        Class<?> advice =
                place.moment() == Place.Moment.ENTRY ? Advices.CrashOnEntry.class : Advices.CrashOnReturn.class;
        return named(point.name(), place, advice);
    }

    static Hook error(ErrorPoint point, Place place) {
        return named(point.name(), place, Advices.ErrorOnEntry.class);
    }

    static Hook clock(Place place) {
        return advice("clock", place, Advices.ShiftClock.class);
    }

    private static Hook named(String name, Place place, Class<?> advice) {
        return new Hook(
                name,
                place,
                Advice.withCustomMapping()
                        .bind(Advices.Point.class, name)
                        .to(advice)
                        .on(methods(place)));
    }

    static Hook advice(String name, Place place, Class<?> advice) {
        return new Hook(name, place, Advice.to(advice).on(methods(place)));
    }

    static ElementMatcher.Junction<MethodDescription> methods(Place place) {
        return ElementMatchers.<MethodDescription>named(place.method())
                .and(ElementMatchers.takesArguments(place.parameters()))
                .and(ElementMatchers.not(ElementMatchers.isBridge()));
    }

    /** Why it cannot be woven into this application although it belongs there. */
    Optional<String> complaint(ApplicationCode code) {
        if (!code.has(place.type())) {
            return code.shouldHave(place.type()) ? Optional.of(name + ": no class " + place.type()) : Optional.empty();
        }
        int found = code.methods(place);
        return found == 1 ? Optional.empty() : Optional.of(name + ": " + found + " methods at " + place);
    }
}
