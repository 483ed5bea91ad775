package dev.sagamart.local.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that we administer, wherever it runs. */
public interface PostgresCluster {

    String jdbcUrl(String database);

    /** The password that the role has, or is to have. */
    String password(String role);

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException;
}
