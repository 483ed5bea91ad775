package dev.sagamart.local.infrastructure;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A stand-in for an OpenID provider: gives a token for any user name to whoever can reach loopback. */
public final class TokenIssuer implements AutoCloseable {
    private static final int MAX_FORM_BYTES = 8 << 10;

    private final HttpServer server;
    private final SigningKeys keys;
    private final TokenMint mint;

    private TokenIssuer(HttpServer server, SigningKeys keys, TokenMint mint) {
        this.server = server;
        this.keys = keys;
        this.mint = mint;
    }

    /** @param home the keys are kept below this folder */
    public static TokenIssuer start(Path home, int port, Clock clock) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer server = HttpServer.create(address, 0);
            SigningKeys keys = SigningKeys.in(home);
            var mint = new TokenMint(keys, issuer(server.getAddress().getPort()), clock);
            var issuer = new TokenIssuer(server, keys, mint);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> send(exchange, 404, Map.of("error", "not_found")));
            server.createContext("/oauth2/token", issuer.only("POST", issuer::token));
            server.createContext("/oauth2/jwks", issuer.only("GET", issuer::jwks));
            server.createContext("/.well-known/openid-configuration", issuer.only("GET", issuer::discovery));
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException("the token issuer cannot listen on port " + port, failure);
        }
    }

    /** The issuer that listens on a port. */
    public static String issuer(int port) {
        return "http://127.0.0.1:" + port;
    }

    public String issuer() {
        return issuer(server.getAddress().getPort());
    }

    /** Where the keys of the issuer are that listens on a port. */
    public static String jwkSetUri(int port) {
        return issuer(port) + "/oauth2/jwks";
    }

    public String jwkSetUri() {
        return jwkSetUri(server.getAddress().getPort());
    }

    /** The published RSA key in its binary form. */
    public byte[] rsaPublicKey() {
        return keys.rsaPublicKey();
    }

    public TokenMint mint() {
        return mint;
    }

    public String token(String user, boolean admin) {
        return mint.token(user, admin);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpHandler only(String method, HttpHandler handler) {
        return exchange -> {
            if (!exchange.getRequestURI()
                    .getPath()
                    .equals(exchange.getHttpContext().getPath())) {
                send(exchange, 404, Map.of("error", "not_found"));
            } else if (!method.equals(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", method);
                send(exchange, 405, Map.of("error", "invalid_request", "error_description", "use " + method));
            } else {
                handler.handle(exchange);
            }
        };
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            byte[] form = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES);
            TokenRequest request = TokenRequest.parse(new String(form, StandardCharsets.UTF_8));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("access_token", mint.token(request.user(), request.admin()));
            answer.put("token_type", "Bearer");
            answer.put("expires_in", TokenMint.LIFETIME.toSeconds());
            if (request.admin()) {
                answer.put("scope", TokenMint.ADMIN);
            }
            send(exchange, 200, answer);
        } catch (TokenRequest.Refused refused) {
            String why = String.valueOf(refused.getMessage());
            send(exchange, refused.status, Map.of("error", refused.code, "error_description", why));
        }
    }

    private void jwks(HttpExchange exchange) throws IOException {
        send(exchange, 200, keys.published());
    }

    private void discovery(HttpExchange exchange) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("token_endpoint", issuer() + "/oauth2/token");
        document.put("jwks_uri", jwkSetUri());
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        document.put("scopes_supported", List.of(TokenMint.ADMIN));
        document.put("response_types_supported", List.of());
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        send(exchange, 200, document);
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        send(exchange, status, JSONObjectUtils.toJSONString(body));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
