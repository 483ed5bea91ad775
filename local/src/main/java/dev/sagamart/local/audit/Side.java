package dev.sagamart.local.audit;

/**
 * One of two things compared: a query in the order of its keys.
 *
 * @param keys how many of the first columns are the key (bigint, or text in the order of its bytes); the others must agree
 */
record Side(String database, int keys, String sql) {}
