package dev.sagamart.systemtests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.systemtests.documents.HttpFile.Example;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Every example request in {@code docs/http} is answered as its title says. */
@SystemTest
@Order(2)
class HttpFilesIT {
    private final SuiteUnderTest suite;
    private final Client client;

    HttpFilesIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
    }

    @TestFactory
    Stream<DynamicTest> the_examples_are_true() throws IOException {
        Map<String, String> values = new HttpFileValues(suite).make();
        return files().stream()
                .flatMap(file -> file.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                file.path().getFileName() + ": " + example.title(),
                                () -> check(file, example, values))));
    }

    private void check(HttpFile file, Example example, Map<String, String> values) {
        Reply reply = send(file, example, values);

        assertThat(reply.outcome()).as(reply.toString()).isEqualTo(example.outcome());
    }

    private Reply send(HttpFile file, Example example, Map<String, String> values) {
        String path = file.fill(example.url(), values).replace(suite.gateway(), "");
        Call call = client.call(example.method(), path).withoutKey();
        String type = example.headers().getOrDefault("Content-Type", "");
        if (!type.isEmpty()) {
            call.body(file.fill(example.body(), values), type);
        }
        example.headers().forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                call.header(name, file.fill(value, values));
            }
        });
        return call.send();
    }

    private static List<HttpFile> files() throws IOException {
        try (var files = Files.list(SuiteOptions.findRoot().resolve("docs/http"))) {
            return files.sorted().map(HttpFilesIT::read).toList();
        }
    }

    private static HttpFile read(Path path) {
        try {
            return HttpFile.read(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
