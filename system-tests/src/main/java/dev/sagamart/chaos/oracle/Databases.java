package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens databases by name, past every fault. */
@FunctionalInterface
public interface Databases {
    Connection open(String name) throws SQLException;
}
