package dev.sagamart.systemtests.http;

import dev.sagamart.local.infrastructure.TokenMint;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody with an HTTP client in front of the gateway, who can be any user. */
public final class Client {
    static final String ADMIN = "system-test-admin";

    private final Target target;
    private final TokenMint mint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Client(Target target) {
        this.target = target;
        this.mint = target.mint();
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call patch(String path) {
        return call("PATCH", path);
    }

    public Call call(String method, String path) {
        return new Call(this, method, path);
    }

    HttpClient http() {
        return http;
    }

    String gateway() {
        return target.gateway();
    }

    String token(String user) {
        return tokens.computeIfAbsent(user, name -> mint.token(name, name.equals(ADMIN)));
    }
}
