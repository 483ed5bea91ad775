package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.suite.SuiteFailed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What shoppers pay with: enough for the whole run. */
final class Purses {
    private static final long POINTS = 1_000_000;
    private static final int AT_ONCE = 32;

    private final Api gateway;

    Purses(Api gateway) {
        this.gateway = gateway;
    }

    /** Charges what is missing. */
    void fill(List<String> shoppers) {
        List<Callable<Long>> charges = shoppers.stream()
                .map(token -> (Callable<Long>) () -> fill(gateway.as(token)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Long> charge : threads.invokeAll(charges)) {
                if (charge.state() == Future.State.FAILED) {
                    throw new SuiteFailed(String.valueOf(charge.exceptionNow().getMessage()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailed("interrupted");
        }
    }

    private static long fill(Api.User shopper) {
        long missing = POINTS - Shop.require(200, shopper.get("/v1/points")).number("balance");
        if (missing > 0) {
            Shop.require(201, shopper.post("/v1/points/charges", Map.of("amount", missing)));
        }
        return missing;
    }
}
