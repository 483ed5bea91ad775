package dev.sagamart.local.suite;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a suite is, what it is built from and where it listens.
 *
 * @param root the checkout
 * @param data everything that survives a restart
 * @param ports the ports of all processes
 */
public record SuiteOptions(Path root, Path data, PortPlan ports) {

    /** The usual place of the data of a checkout, one folder per offset. */
    public static SuiteOptions of(Path root, int offset) {
        return new SuiteOptions(root, root.resolve(".sagamart").resolve("offset-" + offset), new PortPlan(offset));
    }

    /** The checkout around the working directory, or the one that the system property {@code sagamart.root} names. */
    public static Path findRoot() {
        Path start = Path.of(System.getProperty("sagamart.root", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("run")) && Files.exists(folder.resolve("local/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout of Sagamart around " + start);
    }

    /** Unpacked applications, shared by the suites of a checkout. */
    Path applications() {
        return root.resolve(".sagamart").resolve("applications");
    }
}
