package dev.sagamart.loadtests.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw.
 *
 * @param refused answers with a status from 400 on
 * @param broken connections that failed, and answers that did not come in time
 */
public record WrkResult(long requests, double seconds, double p50Millis, double p99Millis, long refused, long broken) {
    private static final Pattern LINE =
            Pattern.compile("^TRAFFIC (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$", Pattern.MULTILINE);

    /** @throws IllegalStateException if wrk did not come to its end */
    static WrkResult of(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("wrk failed: " + output.strip());
        }
        return new WrkResult(
                number(line, 1),
                number(line, 2) / 1e6,
                number(line, 3) / 1e3,
                number(line, 4) / 1e3,
                number(line, 5),
                number(line, 6));
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }

    double perSecond() {
        return requests / seconds;
    }
}
