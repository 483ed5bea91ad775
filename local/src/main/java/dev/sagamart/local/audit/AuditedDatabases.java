package dev.sagamart.local.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the services' databases; the audit closes them and only reads. */
@FunctionalInterface
public interface AuditedDatabases {
    /** @param name {@code point}, {@code product}, {@code orders}, {@code coupon}, {@code ranking} or {@code charge_log} */
    Connection connect(String name) throws SQLException;
}
