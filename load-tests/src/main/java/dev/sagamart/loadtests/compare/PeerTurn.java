package dev.sagamart.loadtests.compare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of the peer's load script: {@code NAME SCENARIO c=64 rps=1166.2 p50=53.3ms p99=… cpu_ms_per_completed=1.6 …}. */
record PeerTurn(
        String scenario,
        int connections,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double processorMillis) {
    private static final Pattern LINE =
            Pattern.compile("^\\S+ (\\S+) c=(\\d+) rps=([\\d.]+) p50=([\\d.]+)ms p99=([\\d.]+)ms "
                    + ".*cpu_ms_per_completed=([\\d.]+) .*");

    /** Nothing if the line says something else. */
    static Optional<PeerTurn> of(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PeerTurn(
                line.group(1),
                Integer.parseInt(line.group(2)),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(4)),
                Double.parseDouble(line.group(5)),
                Double.parseDouble(line.group(6))));
    }
}
