package dev.sagamart.chaos.history;

/**
 * What one client wants, however often it has to ask.
 *
 * @param id unique in a run
 * @param key the idempotency key; empty for a read
 * @param body empty where there is none
 * @param amount of a charge, unique among the charges of the user, so that the ledger tells whose it is; else 0
 */
public record Operation(
        long id, Kind kind, String user, String method, String path, String key, String body, long amount) {}
