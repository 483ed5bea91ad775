package dev.sagamart.defaults.web;

import dev.sagamart.defaults.problem.CommonProblems;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted; usable as a controller argument ({@code ?limit=1..100&cursor=}). */
public record PageQuery(int limit, @Nullable String after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** How many rows to read: one more than asked for tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The position after which to go on, or empty for the first page.
     *
     * @throws dev.sagamart.defaults.problem.ProblemException 400 if it is not a position of this list
     */
    public <T> Optional<T> after(Function<String, T> parser) {
        try {
            return Optional.ofNullable(after).map(parser);
        } catch (IllegalArgumentException notOurs) {
            throw CommonProblems.invalid("cursor", "is not a cursor of this list")
                    .asException();
        }
    }
}
