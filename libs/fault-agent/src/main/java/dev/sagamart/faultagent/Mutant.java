package dev.sagamart.faultagent;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** The deliberate defects; a suite of tests that does not notice one of them is not worth much. */
public enum Mutant {
    M1("a participant does not look up what it has done already"),
    M2("a compensation without its action leaves no tombstone"),
    M3("the gateway does not look whose claim it completes, renews or releases"),
    M4("the gateway remembers for a second, the services not at all"),
    M5("messages are sent after the commit without an outbox"),
    M6("coupons are granted without looking whether the user has one"),
    M7("the database does not guard the quantity of a campaign"),
    M8("a request key may be used again for another request"),
    M9("sales are counted whether or not they were counted before"),
    M10("offsets are committed before the effect"),
    M11("the size of a body is what its header says"),
    M12("the services do not know request keys, while the gateway goes on without Redis");

    private final String defect;

    Mutant(String defect) {
        this.defect = defect;
    }

    public String defect() {
        return defect;
    }

    /** The JVM argument that makes the process one that has these defects. */
    public static String jvmArgument(Path agentJar, Collection<Mutant> mutants) {
        return mutants.stream()
                .map(Mutant::name)
                .collect(Collectors.joining("+", "-javaagent:" + agentJar.toAbsolutePath() + "=mutants=", ""));
    }
}
