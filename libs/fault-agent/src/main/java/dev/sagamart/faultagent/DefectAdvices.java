package dev.sagamart.faultagent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The pieces of code that make a method do something else; to assign a parameter is to change what the method sees. */
@SuppressWarnings("UnusedVariable")
final class DefectAdvices {
    private DefectAdvices() {}

    static final class ForgetTombstones {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 1, readOnly = false) List<?> handled) {
            handled = Defective.withoutTombstones(handled);
        }
    }

    static final class AnyOwner {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) String name, @Advice.Return(readOnly = false) String script) {
            script = Defective.forAnyOwner(name, script);
        }
    }

    static final class AnyUser {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) String name, @Advice.Return(readOnly = false) String script) {
            script = Defective.forAnyUser(name, script);
        }
    }

    static final class OneSecond {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Duration time) {
            time = Duration.ofSeconds(1);
        }
    }

    static final class NewKey {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean isNew) {
            isNew = true;
        }
    }

    static final class NewKeys {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) List<?> group, @Advice.Return(readOnly = false) Set<?> claimed) {
            claimed = Defective.keysOf(group);
        }
    }

    static final class SameText {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String fingerprint) {
            fingerprint = "same";
        }
    }

    static final class SameBytes {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) byte[] fingerprint) {
            fingerprint = new byte[32];
        }
    }

    static final class AllNew {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) List<?> sales, @Advice.Return(readOnly = false) List<?> counted) {
            counted = sales;
        }
    }

    static final class Nothing {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Map<?, ?> found) {
            found = Map.of();
        }
    }

    static final class CommitFirst {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object acknowledgment) {
            acknowledgment = Defective.spent(acknowledgment);
        }
    }

    static final class CommitAtOnce {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object mode) {
            mode = Defective.immediate(mode);
        }
    }

    static final class Uncounted {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object buffer,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object counted) {
            counted = buffer;
        }
    }

    static final class Skipped {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }
}
