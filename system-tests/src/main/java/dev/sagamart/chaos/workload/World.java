package dev.sagamart.chaos.workload;

import java.util.List;

/**
 * What there is to want.
 *
 * @param users nobody has points at the beginning
 * @param waves campaigns that are asked for one wave after the other, so that there are coupons all the time
 */
public record World(List<String> users, List<Product> products, List<List<Long>> waves) {}
