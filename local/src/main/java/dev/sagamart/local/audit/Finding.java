package dev.sagamart.local.audit;

import java.util.List;

/**
 * The result of one check.
 *
 * @param id stable name of the check, such as {@code points-of-orders}
 * @param sentence what must be so
 * @param kind how the result is to be read
 * @param compared rows that were compared; 0 where the database itself picks out what is wrong
 * @param differences how many rows are not as they must be
 * @param examples the first few of them, readable
 */
public record Finding(String id, String sentence, Kind kind, long compared, long differences, List<String> examples) {
    /** What a difference says. */
    public enum Kind {
        /** Within one database, from one snapshot: wrong at any moment. */
        ALWAYS,
        /** Between services: wrong once nothing is on its way any more. */
        WHEN_QUIET,
        /** Not wrong, but something is still on its way. */
        UNREST
    }

    public boolean agrees() {
        return differences == 0;
    }
}
