package dev.sagamart.gateway.documents;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Serves the documents to anybody, but only with {@code sagamart.gateway.documents.enabled=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("sagamart.gateway.documents.enabled")
class DocumentsConfiguration {
    private static final String ROOT = "/documents";
    private static final String PAGE = ROOT + "/index.html";

    /** Scripts of our own only, and no word to any other host. */
    private static final String OURS_ALONE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityWebFilterChain documentsSecurity(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(ROOT, ROOT + "/**"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> documents() {
        var files = new DocumentFiles(ROOT);
        return RouterFunctions.route()
                .GET(
                        ROOT,
                        request -> ServerResponse.temporaryRedirect(URI.create(PAGE))
                                .build())
                .add(RouterFunctions.resources(files::find))
                .before(DocumentsConfiguration::contentSecurity)
                .build();
    }

    private static ServerRequest contentSecurity(ServerRequest request) {
        request.exchange().getResponse().getHeaders().set("Content-Security-Policy", OURS_ALONE);
        return request;
    }
}
