package dev.sagamart.local.audit;

import java.sql.SQLException;

/** Something that must be so. */
interface Check {
    String id();

    String sentence();

    Finding run(Snapshots snapshots, AuditProgress progress) throws SQLException;
}
