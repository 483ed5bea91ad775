package dev.sagamart.loadtests.gateway;

import dev.sagamart.loadtests.measuring.LoadResult;

/**
 * One turn of one gateway.
 *
 * @param processorMillis what the process of the gateway used on all cores, or not a number
 */
record Round(LoadResult load, double processorMillis) {

    double perSecond() {
        return load.perSecond();
    }

    double p50Millis() {
        return load.p50Millis();
    }

    double p99Millis() {
        return load.p99Millis();
    }

    double processorMillisPerRequest() {
        return load.answers() == 0 ? Double.NaN : processorMillis / load.answers();
    }
}
