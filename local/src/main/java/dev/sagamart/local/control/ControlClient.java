package dev.sagamart.local.control;

import dev.sagamart.local.infrastructure.Secrets;
import dev.sagamart.local.suite.ComponentStatus;
import dev.sagamart.local.suite.SuiteFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to the suite that runs with a data folder. */
public final class ControlClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningSuite suite;
    private final String secret;

    public ControlClient(RunningSuite suite, Path data) {
        this.suite = suite;
        this.secret = Secrets.in(data).password(ControlServer.PURPOSE);
    }

    public List<ComponentStatus> status() {
        return JSON.readValue(send("status"), new TypeReference<>() {});
    }

    /** @param action {@code start}, {@code stop}, {@code restart} or {@code kill} */
    public void process(String action, String name) {
        send(action + "/" + name);
    }

    private String send(String command) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suite.port() + "/" + command))
                .header("Authorization", "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SuiteFailed(answer.body());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new SuiteFailed("the suite (pid " + suite.pid() + ") does not answer: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailed("interrupted");
        }
    }
}
