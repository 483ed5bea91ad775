package dev.sagamart.defaults.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that must be so of each of a service's rows at any moment. A service declares its checks as beans.
 *
 * @param name stable, such as {@code balances}
 * @param recent finds what has changed lately: (position, id as text) where position, a UUID with its time in front, is
 *     above the first parameter and below the second, in that order, at most the third; null if there is no such column
 * @param slice finds the next ids, as text, above the first parameter (text), in that order, at most the second
 * @param start the text below all ids
 * @param differences finds which of the ids of the parameter (text[]) are wrong: (id as text, detail). One statement sees
 *     one snapshot, so whoever writes meanwhile causes no false alarm. The detail must name nobody
 */
public record AuditCheck(String name, @Nullable String recent, String slice, String start, String differences) {}
