package dev.sagamart.conformance.cases;

/** Somebody whom no other case knows. */
record User(String name, String token) {}
