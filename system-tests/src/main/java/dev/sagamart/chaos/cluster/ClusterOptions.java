package dev.sagamart.chaos.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run and where.
 *
 * @param root the checkout, whose built services are copied first
 * @param folder programs, data and logs of the run go below it; what is there is deleted
 * @param jvmFlags added to every service's, such as the agent that plants defects; {@value #INSTANCE} in them becomes
 *     the name of the instance
 * @param environment added to every service's
 */
public record ClusterOptions(Path root, Path folder, List<String> jvmFlags, Map<String, String> environment) {
    public static final String INSTANCE = "@instance@";

    public ClusterOptions(Path root, Path folder) {
        this(root, folder, List.of(), Map.of());
    }
}
