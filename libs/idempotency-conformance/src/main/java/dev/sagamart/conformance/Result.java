package dev.sagamart.conformance;

/**
 * How a case ended, in words.
 *
 * @param got what the API did, or why the case was skipped
 */
public record Result(String name, String expected, String got, Verdict verdict) {}
