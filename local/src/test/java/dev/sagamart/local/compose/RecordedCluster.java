package dev.sagamart.local.compose;

import dev.sagamart.local.infrastructure.PostgresCluster;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A cluster with nothing in it, which remembers what it is told to do, each with the database in front. */
final class RecordedCluster implements PostgresCluster {
    private final List<String> statements = new ArrayList<>();

    List<String> statements() {
        return statements;
    }

    @Override
    public String password(String role) {
        return passwordOf(role);
    }

    static String passwordOf(String role) {
        return role.replace("_", "") + "1";
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://nowhere/" + database;
    }

    @Override
    public Connection connect(String database) {
        Statement statement = as(Statement.class, (method, arguments) -> {
            if (method.equals("execute")) {
                statements.add(database + ": " + arguments[0]);
            }
            return method.equals("execute") ? Boolean.FALSE : null;
        });
        ResultSet nothing = as(ResultSet.class, (method, arguments) -> method.equals("next") ? Boolean.FALSE : null);
        PreparedStatement query =
                as(PreparedStatement.class, (method, arguments) -> method.equals("executeQuery") ? nothing : null);
        return as(Connection.class, (method, arguments) -> switch (method) {
            case "createStatement" -> statement;
            case "prepareStatement" -> query;
            default -> null;
        });
    }

    private static <T> T as(Class<T> type, Behaviour behaviour) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behaviour.answer(method.getName(), arguments));
        return type.cast(proxy);
    }

    private interface Behaviour {
        Object answer(String method, Object[] arguments);
    }
}
