package dev.sagamart.loadtests.chargelog;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How the database finds a page.
 *
 * @param index what it is read from, in order
 * @param rows how many rows were read for it
 * @param blocks how many blocks were looked at
 */
record Plan(String index, long rows, long blocks, String text) {
    private static final Pattern INDEX = Pattern.compile("(Index (?:Only )?Scan(?: Backward)?) using (\\w+)");
    private static final Pattern ROWS = Pattern.compile("Scan.*actual time=\\S+ rows=(\\d+)");
    private static final Pattern BLOCKS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    /** @throws IllegalStateException if it sorts, or reads anything but a range of an index */
    static Plan of(String explained) {
        MatchResult index = find(INDEX, explained);
        if (!explained.contains("Index Cond: ((user_id =")
                || !explained.contains("charge_id <")
                || explained.contains("Sort")
                || explained.contains("Filter")) {
            throw new IllegalStateException("no range of an index:\n" + explained);
        }
        MatchResult blocks = find(BLOCKS, explained);
        long read = blocks.group(2) == null ? 0 : Long.parseLong(blocks.group(2));
        return new Plan(
                index.group(1).toLowerCase(Locale.ROOT) + " `" + index.group(2) + "`",
                Long.parseLong(find(ROWS, explained).group(1)),
                Long.parseLong(blocks.group(1)) + read,
                explained);
    }

    private static MatchResult find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + pattern + " in\n" + text));
    }
}
