package dev.sagamart.faultagent;

import java.util.Map;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatchers;

/** Defects that are more than advice around a method. */
final class Alteration {
    private Alteration() {}

    /** The method does nothing. */
    static Hook skip(String name, Place place) {
        return Hook.advice(name, place, DefectAdvices.Skipped.class);
    }

    /** Each call of this method of a map, inside of the place, answers null, or false. */
    static Hook callAnswersNothing(String name, Place place, String called) {
        return new Hook(
                name,
                place,
                MemberSubstitution.relaxed()
                        .failIfNoMatch(true)
                        .method(ElementMatchers.<MethodDescription>named(called)
                                .and(ElementMatchers.isDeclaredBy(Map.class)))
                        .stub()
                        .on(Hook.methods(place)));
    }

    /** A constant text in the method is another one. */
    static Hook text(String name, Place place, String old, String replacement) {
        return new Hook(
                name,
                place,
                new AsmVisitorWrapper.ForDeclaredMethods()
                        .method(Hook.methods(place), new TextReplacement(old, replacement)));
    }
}
