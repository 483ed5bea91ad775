package dev.sagamart.local.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that is read while it runs, some rows at a time. */
final class Rows implements AutoCloseable {
    private static final int AT_A_TIME = 5_000;

    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<String> columns;
    private final int keys;
    private @Nullable Row last;

    Rows(Connection connection, int keys, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
        this.keys = keys;
        statement.setFetchSize(AT_A_TIME);
        result = statement.executeQuery();
        columns = labels(result.getMetaData());
    }

    private static List<String> labels(ResultSetMetaData data) throws SQLException {
        var labels = new ArrayList<String>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            labels.add(data.getColumnLabel(i));
        }
        return List.copyOf(labels);
    }

    /** @return null at the end */
    @Nullable
    Row next() throws SQLException {
        if (!result.next()) {
            return null;
        }
        var row = new Row(columns, objects(1, keys), objects(keys + 1, columns.size()));
        if (last != null && last.compareTo(row) > 0) {
            throw new IllegalStateException("not in the order of its keys: " + row.name());
        }
        last = row;
        return row;
    }

    private List<Object> objects(int from, int to) throws SQLException {
        var objects = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            Object value = result.getObject(i);
            objects.add(value == null ? "nothing" : value);
        }
        return objects;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
