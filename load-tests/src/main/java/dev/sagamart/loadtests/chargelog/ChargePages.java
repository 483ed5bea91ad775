package dev.sagamart.loadtests.chargelog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service for pages, one after the other, on one connection. */
final class ChargePages implements AutoCloseable {
    private static final int STEP = 100;
    private static final int LIMIT = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String service;
    private final String token;

    ChargePages(String service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Goes from the newest charge to the oldest as a client would, and remembers some places on the way. */
    List<Depth> walk(int charges) throws IOException, InterruptedException {
        Set<Long> wanted = new TreeSet<>(List.of(1_000L, 10_000L, 100_000L, charges / 2L, (long) charges - STEP));
        var depths = new ArrayList<>(List.of(new Depth(0, null, null)));
        String cursor = null;
        long seen = 0;
        do {
            JsonNode page = page(cursor, STEP);
            JsonNode items = page.path("items");
            seen += items.size();
            cursor =
                    page.path("nextCursor").isString() ? page.path("nextCursor").asString() : null;
            if (cursor != null && wanted.contains(seen)) {
                depths.add(new Depth(
                        seen,
                        cursor,
                        items.get(items.size() - 1).path("chargeId").asString()));
            }
        } while (cursor != null);
        if (seen != charges) {
            throw new IllegalStateException(seen + " charges were found, not " + charges);
        }
        return depths;
    }

    void warmUp(List<Depth> depths, int requests) throws IOException, InterruptedException {
        for (int i = 0; i < requests; i++) {
            page(depths.get(i % depths.size()).cursor(), LIMIT);
        }
    }

    /** The depths take turns, so that what disturbs the machine for a while disturbs all. @return milliseconds */
    List<double[]> measure(List<Depth> depths, int requests) throws IOException, InterruptedException {
        List<double[]> millis =
                depths.stream().map(depth -> new double[requests]).toList();
        for (int i = 0; i < requests; i++) {
            for (int depth = 0; depth < depths.size(); depth++) {
                long begin = System.nanoTime();
                String page = text(depths.get(depth).cursor(), LIMIT);
                millis.get(depth)[i] = (System.nanoTime() - begin) / 1e6;
                if (json.readTree(page).path("items").size() != LIMIT) {
                    throw new IllegalStateException("not a page: " + page);
                }
            }
        }
        return millis;
    }

    private JsonNode page(@Nullable String cursor, int limit) throws IOException, InterruptedException {
        return json.readTree(text(cursor, limit));
    }

    private String text(@Nullable String cursor, int limit) throws IOException, InterruptedException {
        String query = "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/v1/points/charges" + query))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
