package dev.sagamart.systemtests.generated;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.documents.Operations;
import dev.sagamart.systemtests.documents.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The same seed makes the same requests; each is made from an operation and is wrong in some places or in none. */
final class RequestGenerator {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "BREW");

    private final long seed;
    private final Samples samples;
    private final List<Operation> operations = Operations.all();
    private final List<String> users =
            IntStream.range(0, 100).mapToObj(user -> "generated-" + user).toList();

    RequestGenerator(long seed, Samples samples) {
        this.seed = seed;
        this.samples = samples;
    }

    GeneratedRequest request(int number) {
        var random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        var strange = new Strange(random);
        Operation operation = operation(random, strange);
        boolean admin = operation.isForAdmins() && random.nextInt(10) > 0;
        String user = random.nextInt(20) == 0 ? "" : strange.any(users);
        return new GeneratedRequest(
                number,
                operation,
                random.nextInt(30) == 0 ? strange.any(METHODS) : operation.method(),
                path(operation, random, strange),
                headers(operation, number, random, strange),
                body(operation, random, strange),
                admin && !user.isEmpty() ? "admin" : user);
    }

    /** What works on for long after its answer is asked for seldom. */
    private Operation operation(SplittableRandom random, Strange strange) {
        Operation operation = strange.any(operations);
        boolean seldom = operation.isWrite() && operation.path().endsWith("/rebuilds");
        return seldom && random.nextInt(20) > 0 ? operation(random, strange) : operation;
    }

    private String path(Operation operation, SplittableRandom random, Strange strange) {
        String path = random.nextInt(5) == 0
                ? operation.path().replaceFirst("\\{\\w+}", strange.segment())
                : samples.path(operation);
        path = path.replaceAll("\\{\\w+}", "1");
        return random.nextInt(4) == 0 ? path + "?" + strange.query() : path;
    }

    private List<String> headers(Operation operation, int number, SplittableRandom random, Strange strange) {
        List<String> headers = new ArrayList<>();
        if (operation.isWrite() && random.nextInt(25) > 0) {
            headers.add("Idempotency-Key");
            headers.add(random.nextInt(12) == 0 ? strange.key() : "generated-%x-%d".formatted(seed, number));
        }
        if (!operation.body().isMissingNode()) {
            headers.add("Content-Type");
            headers.add("application/json");
        }
        if (random.nextInt(6) == 0) {
            headers.addAll(List.of(strange.header()));
        }
        return headers;
    }

    private byte[] body(Operation operation, SplittableRandom random, Strange strange) {
        if (operation.body().isMissingNode()) {
            return random.nextInt(30) == 0 ? strange.bytes() : new byte[0];
        }
        return new Bodies(random, strange).body(operation, samples.body(operation));
    }
}
