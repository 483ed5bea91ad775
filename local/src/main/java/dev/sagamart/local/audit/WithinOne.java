package dev.sagamart.local.audit;

import java.sql.SQLException;

/** A query that finds what must not be in one database. */
record WithinOne(String id, String sentence, Finding.Kind kind, String database, String sql) implements Check {
    @Override
    public Finding run(Snapshots snapshots, AuditProgress progress) throws SQLException {
        var examples = new Examples();
        try (Rows rows = snapshots.rows(new Side(database, 0, sql))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                examples.add(row.content());
            }
        }
        return examples.finding(this, kind, 0);
    }
}
