package dev.sagamart.defaults.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor for the next one; null on the last page. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    /**
     * Cuts a page from rows that were read with one more than asked for.
     *
     * @param position what tells a row's place in the order of the list
     */
    public static <T> Page<T> of(List<T> oneMoreThanAsked, PageQuery query, Function<T, ?> position) {
        if (oneMoreThanAsked.size() <= query.limit()) {
            return new Page<>(oneMoreThanAsked, null);
        }
        List<T> items = oneMoreThanAsked.subList(0, query.limit());
        return new Page<>(items, Cursor.encode(position.apply(items.getLast()).toString()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
