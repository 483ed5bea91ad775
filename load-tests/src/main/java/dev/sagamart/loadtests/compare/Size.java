package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.filling.Volume;
import dev.sagamart.loadtests.instances.Instances;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large the suite is that is measured. */
final class Size {
    /** What a machine with some room on its disk can take: 0.9 GB per million. */
    private static final long MOST_FILLED = 100_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private int instances;
    private long filled;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every service, 1 to " + Instances.MOST + ".")
    void setInstances(int wanted) {
        if (wanted < 1 || wanted > Instances.MOST) {
            throw refused("--instances is 1 to " + Instances.MOST + ", not " + wanted);
        }
        instances = wanted;
    }

    @Option(
            names = "--filled",
            paramLabel = "ORDERS",
            defaultValue = "0",
            description = "Finished orders that are there before, with a tenth as many users and a hundredth as many"
                    + " products; a multiple of " + Volume.STEP + ".")
    void setFilled(long wanted) {
        if (wanted < 0 || wanted > MOST_FILLED || wanted % Volume.STEP != 0) {
            throw refused("--filled is a multiple of " + Volume.STEP + " up to " + MOST_FILLED + ", not " + wanted);
        }
        filled = wanted;
    }

    private ParameterException refused(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    int instances() {
        return instances;
    }

    long filled() {
        return filled;
    }

    /** What differs from the usual, for the head of a table. */
    @Override
    public String toString() {
        String several = instances > 1 ? "; " + instances + " instances of each service" : "";
        return several + (filled > 0 ? String.format(Locale.ROOT, "; %,d orders there before", filled) : "");
    }
}
