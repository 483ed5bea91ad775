package dev.sagamart.chaos.workload;

/** @param stock at the beginning; nobody adds any */
public record Product(long id, long price, long stock) {}
