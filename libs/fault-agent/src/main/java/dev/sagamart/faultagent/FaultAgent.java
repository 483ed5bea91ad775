package dev.sagamart.faultagent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins before the application: checks that all places are there, weaves, and waits for orders. */
public final class FaultAgent {
    private static final int REFUSED = 3;

    private FaultAgent() {}

    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        try {
            begin(Arguments.parse(arguments), instrumentation);
        } catch (IOException | RuntimeException | LinkageError failure) {
            refuse(failure.toString());
        }
    }

    private static void begin(Arguments arguments, Instrumentation instrumentation) throws IOException {
        var code = new ApplicationCode(ClassLoader.getSystemClassLoader());
        weave(Hooks.defects(arguments.mutants()), code, instrumentation);
        if (!arguments.mutants().isEmpty()) {
            System.err.println("[fault-agent] mutants " + arguments.mutants());
        }
        if (arguments.control() != null) {
            Hooks points = Hooks.points();
            weave(points, code, instrumentation);
            follow(arguments.control(), points.namesIn(code));
        }
    }

    private static void weave(Hooks hooks, ApplicationCode code, Instrumentation instrumentation) {
        List<String> complaints = hooks.complaints(code);
        if (!complaints.isEmpty()) {
            refuse(String.join("; ", complaints));
        }
        hooks.install(instrumentation);
    }

    private static void follow(Path control, Set<String> possible) throws IOException {
        var journal = new Journal(FaultControl.journalOf(control));
        Faults.begin(journal);
        var orders = new OrdersFile(control, journal, possible);
        orders.take();
        Thread.ofPlatform().daemon().name("fault-agent").start(orders);
    }

    /** Nobody may think that a fault was injected, or a defect, when it was not. */
    static void refuse(String why) {
        System.err.println("[fault-agent] refuses to go on: " + why);
        System.err.flush();
        Runtime.getRuntime().halt(REFUSED);
    }
}
