package dev.sagamart.chaos.report;

import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.history.Tally;
import dev.sagamart.chaos.oracle.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run that is over.
 *
 * @param command which repeats it
 * @param figures counts by name
 * @param looks how often something was looked at while it was under fire
 * @param folder where everything of the run lies
 */
public record Run(
        long seed,
        int minutes,
        String command,
        Path folder,
        List<Phase> phases,
        List<Struck> struck,
        List<Finding> findings,
        Map<String, Long> figures,
        List<Minimum> minima,
        long looks,
        Tally tally) {}
