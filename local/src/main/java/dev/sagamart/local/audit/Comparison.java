package dev.sagamart.local.audit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What one service says must be what another says: both are read side by side, in the order of their keys. */
record Comparison(String id, String sentence, Side first, Side second) implements Check {
    static final long REPORTED_EVERY = 1_000_000;

    @Override
    public Finding run(Snapshots snapshots, AuditProgress progress) throws SQLException {
        var examples = new Examples();
        long compared = 0;
        try (Rows some = snapshots.rows(first);
                Rows others = snapshots.rows(second)) {
            Row one = some.next();
            Row other = others.next();
            while (one != null || other != null) {
                int order = order(one, other);
                if (order != 0 || !values(one).equals(values(other))) {
                    examples.add(difference(order <= 0 ? one : null, order >= 0 ? other : null));
                }
                one = order <= 0 ? some.next() : one;
                other = order >= 0 ? others.next() : other;
                if (++compared % REPORTED_EVERY == 0) {
                    progress.compared(id, compared);
                }
            }
        }
        return examples.finding(this, Finding.Kind.WHEN_QUIET, compared);
    }

    private static int order(@Nullable Row one, @Nullable Row other) {
        if (one == null) {
            return 1;
        }
        return other == null ? -1 : one.compareTo(other);
    }

    private static Object values(@Nullable Row row) {
        return row == null ? "" : row.values();
    }

    private String difference(@Nullable Row one, @Nullable Row other) {
        return (one == null ? name(other) : one.name())
                + ": " + first.database() + ": " + content(one)
                + ", " + second.database() + ": " + content(other);
    }

    private static String name(@Nullable Row row) {
        return row == null ? "" : row.name();
    }

    private static String content(@Nullable Row row) {
        return row == null ? "nothing" : row.content();
    }
}
