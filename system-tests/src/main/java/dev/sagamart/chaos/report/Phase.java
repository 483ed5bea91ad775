package dev.sagamart.chaos.report;

import java.time.Instant;

/** A part of a run. */
public record Phase(String name, Instant begin) {}
