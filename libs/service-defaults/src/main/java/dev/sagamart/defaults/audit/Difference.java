package dev.sagamart.defaults.audit;

/** A row that is not as it must be, and how. */
record Difference(String id, String detail) {}
