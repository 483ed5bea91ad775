package dev.sagamart.faultagent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import net.bytebuddy.asm.Advice;

/** The pieces of code that are copied into the methods at crash points, error points and clocks. */
final class Advices {
    private Advices() {}

    /** Stands for the name of the point. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Point {}

    static final class CrashOnEntry {
        @Advice.OnMethodEnter
        static void enter(@Point String point) {
            Faults.passing(point);
        }
    }

    static final class CrashOnReturn {
        @Advice.OnMethodExit
        static void exit(@Point String point) {
            Faults.passing(point);
        }
    }

    static final class ErrorOnEntry {
        @Advice.OnMethodEnter
        static void enter(@Point String point) {
            Faults.failing(point);
        }
    }

    static final class ShiftClock {
        @Advice.OnMethodExit
        @SuppressWarnings("UnusedVariable") // to assign it is to return it
        static void exit(@Advice.Return(readOnly = false) Clock clock) {
            clock = Faults.shifting(clock);
        }
    }
}
