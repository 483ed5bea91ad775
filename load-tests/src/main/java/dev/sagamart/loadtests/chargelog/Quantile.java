package dev.sagamart.loadtests.chargelog;

import java.util.Arrays;

final class Quantile {
    private Quantile() {}

    /** The smallest measurement that is not less than such a part of all. */
    static double of(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
