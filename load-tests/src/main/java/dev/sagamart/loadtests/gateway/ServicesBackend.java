package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.TokenIssuer;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The services themselves with their database and broker, as they stand behind the gateway of a suite. */
final class ServicesBackend implements Backend {
    private static final int PORT_OFFSET = 7000;

    private final SuiteOptions options;
    private @Nullable Suite suite;

    ServicesBackend(Path root, Path home) {
        options = new SuiteOptions(root, home.resolve("suite"), new PortPlan(PORT_OFFSET));
    }

    @Override
    public void start() {
        suite = Suite.start(
                options, Suite.StartMode.FRESH, EnumSet.of(Service.POINT, Service.PRODUCT), Progress.SILENT);
        try {
            createProduct();
        } catch (IOException failure) {
            throw new IllegalStateException("The product to be read could not be created", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void createProduct() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(Service.PRODUCT) + "/v1/products"))
                .header("Authorization", "Bearer " + running().token("load-admin", true))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Tea\",\"price\":500,\"stock\":1000}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> created = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (created.statusCode() != 201) {
                throw new IOException(created.statusCode() + " " + created.body());
            }
        }
    }

    @Override
    public String url(Service service) {
        return options.ports().url(service);
    }

    @Override
    public String issuer() {
        return options.ports().issuerUrl();
    }

    @Override
    public String jwkSetUri() {
        return TokenIssuer.jwkSetUri(options.ports().issuer());
    }

    @Override
    public String token(String user) {
        return running().token(user, false);
    }

    private Suite running() {
        return Objects.requireNonNull(suite, "the services have not been started");
    }

    @Override
    public void close() {
        if (suite != null) {
            suite.close();
        }
    }
}
