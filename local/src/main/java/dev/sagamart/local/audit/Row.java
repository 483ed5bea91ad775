package dev.sagamart.local.audit;

import java.util.List;
import java.util.StringJoiner;

/** A row of a side: its key, and what it says about it. */
record Row(List<String> columns, List<Object> key, List<Object> values) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
        int order = 0;
        for (int i = 0; i < key.size() && order == 0; i++) {
            order = compare(key.get(i), other.key.get(i));
        }
        return order;
    }

    private static int compare(Object one, Object other) {
        return one instanceof Long number
                ? Long.compare(number, (Long) other)
                : one.toString().compareTo(other.toString());
    }

    String name() {
        var text = new StringJoiner(" ");
        for (int i = 0; i < key.size(); i++) {
            text.add(columns.get(i) + " " + key.get(i));
        }
        return text.toString();
    }

    String content() {
        var text = new StringJoiner(" ");
        for (int i = 0; i < values.size(); i++) {
            text.add(columns.get(key.size() + i) + "=" + values.get(i));
        }
        return text.toString().isEmpty() ? "there" : text.toString();
    }
}
