package dev.sagamart.defaults.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code request_key}. */
final class RequestKeyRows {
    private static final String INSERT = """
            insert into request_key (user_id, operation, key, fingerprint, created_at)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String INSERT_GROUP = """
            insert into request_key (user_id, operation, key, fingerprint, resource_id, created_at)
            select user_id, operation, key, fingerprint, resource_id, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::uuid[])
                as new (user_id, operation, key, fingerprint, resource_id)
            order by user_id, operation, key
            on conflict do nothing returning user_id, operation, key""";
    private static final String FIND = """
            select fingerprint, resource_id, status, location, body from request_key
            where user_id = ? and operation = ? and key = ?""";
    private static final String FIND_ALL = """
            select operation, created_at, resource_id, status, location from request_key
            where user_id = ? and key = ?""";
    private static final String COMPLETE = """
            update request_key set status = ?, location = ?, body = ?
            where user_id = ? and operation = ? and key = ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RequestKeyRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if the key is taken; waits for a transaction that is about to take it */
    boolean insert(RequestKey key, byte[] fingerprint) {
        return jdbc.update(
                        INSERT,
                        key.userId(),
                        key.operation(),
                        key.value(),
                        fingerprint,
                        Timestamp.from(clock.instant()))
                == 1;
    }

    /** Inserts what it can, in the order of the keys; of several claims of a key the first. @return keys not taken yet */
    Set<RequestKey> insert(List<KeyClaim> all) {
        Collection<KeyClaim> claims = firstOfEachKey(all);
        return new HashSet<>(jdbc.query(
                INSERT_GROUP,
                (row, number) -> new RequestKey(row.getString(1), row.getString(2), row.getString(3)),
                Timestamp.from(clock.instant()),
                texts(claims, RequestKey::userId),
                texts(claims, RequestKey::operation),
                texts(claims, RequestKey::value),
                claims.stream().map(KeyClaim::fingerprint).toArray(byte[][]::new),
                claims.stream().map(KeyClaim::resource).toArray(UUID[]::new)));
    }

    /** The database sorts them, and might take any of them. */
    private static Collection<KeyClaim> firstOfEachKey(List<KeyClaim> all) {
        var firsts = new LinkedHashMap<RequestKey, KeyClaim>();
        all.forEach(claim -> firsts.putIfAbsent(claim.key(), claim));
        return firsts.values();
    }

    private static String[] texts(Collection<KeyClaim> claims, Function<RequestKey, String> part) {
        return claims.stream().map(claim -> part.apply(claim.key())).toArray(String[]::new);
    }

    RequestKeyRow find(RequestKey key) {
        return Objects.requireNonNull(
                jdbc.queryForObject(FIND, (row, number) -> read(row), key.userId(), key.operation(), key.value()));
    }

    /** A request; with a resource, its outcome is the resource's. */
    record Found(RequestRecord request, @Nullable UUID resource) {}

    /** All requests of the user with this key. */
    List<Found> findAll(String userId, String key) {
        return jdbc.query(FIND_ALL, (row, number) -> found(row), userId, key);
    }

    private static Found found(ResultSet row) throws SQLException {
        var request = new RequestRecord(
                row.getString("operation"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("status", Integer.class),
                row.getString("location"));
        return new Found(request, row.getObject("resource_id", UUID.class));
    }

    private static RequestKeyRow read(ResultSet row) throws SQLException {
        Integer status = row.getObject("status", Integer.class);
        StoredAnswer answer =
                status == null ? null : new StoredAnswer(status, row.getString("location"), row.getString("body"));
        return new RequestKeyRow(row.getBytes("fingerprint"), row.getObject("resource_id", UUID.class), answer);
    }

    void complete(RequestKey key, StoredAnswer answer) {
        complete(Map.of(key, answer));
    }

    void complete(Map<RequestKey, StoredAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(COMPLETE, answers.entrySet(), answers.size(), (row, entry) -> {
            row.setInt(1, entry.getValue().status());
            row.setString(2, entry.getValue().location());
            row.setString(3, entry.getValue().body());
            row.setString(4, entry.getKey().userId());
            row.setString(5, entry.getKey().operation());
            row.setString(6, entry.getKey().value());
        });
    }
}
