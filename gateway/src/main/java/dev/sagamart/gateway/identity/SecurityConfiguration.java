package dev.sagamart.gateway.identity;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import dev.sagamart.gateway.problem.ProblemWriter;
import dev.sagamart.gateway.routing.Access;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Bearer tokens only, deny by default; who may call what is read from the route table. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The management port is reachable by operators only and has no users. */
    @Bean
    @Order(1)
    SecurityWebFilterChain managementSecurity(ServerHttpSecurity http) {
        return stateless(http)
                .securityMatcher(SecurityConfiguration::isForOperators)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain knownCallers(RememberingTokenDecoder tokens, IdentityProblems problems) {
        return new KnownCallers(tokens, problems);
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain apiSecurity(
            ServerHttpSecurity http, RememberingTokenDecoder tokens, IdentityProblems problems) {
        return stateless(http)
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(new TableAuthorization()))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtDecoder(tokens).jwtAuthenticationConverter(tokens::authenticate)))
                .build();
    }

    /** The cheap question first: hardly any request is one of theirs. */
    private static Mono<MatchResult> isForOperators(ServerWebExchange exchange) {
        return exchange.getRequest().getURI().getRawPath().startsWith("/actuator")
                ? EndpointRequest.toAnyEndpoint().matches(exchange)
                : MatchResult.notMatch();
    }

    /** Who asks without a token for what needs none is nobody, and is not looked at any further. */
    @Bean
    @Order(1)
    SecurityWebFilterChain openToAnybody() {
        WebFilter straightOn = (exchange, chain) -> chain.filter(exchange);
        return new MatcherSecurityWebFilterChain(
                exchange -> isOpenToAnybody(exchange) ? MatchResult.match() : MatchResult.notMatch(),
                List.of(straightOn));
    }

    private static boolean isOpenToAnybody(ServerWebExchange exchange) {
        return TableAuthorization.accessTo(exchange) == Access.ANYONE
                && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    @Bean
    RememberingTokenDecoder tokens(OAuth2ResourceServerProperties properties, Clock clock) {
        var settings = properties.getJwt();
        var keys = TokenRules.required("jwk-set-uri", settings.getJwkSetUri());
        var decoder = new NimbusJwtDecoder(TokenSignature.verifiedWith(keys));
        decoder.setJwtValidator(TokenRules.of(settings, clock));
        return new RememberingTokenDecoder(decoder, clock);
    }

    /** A span for each of a dozen small steps tells nobody anything. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Paths and headers that the firewall does not trust get an answer in the common form. */
    @Bean
    ServerExchangeRejectedHandler firewall(ProblemWriter problems) {
        return (exchange, rejected) -> problems.write(
                exchange,
                new GatewayProblem(ProblemCode.MALFORMED_REQUEST, "The request line or a header is not valid."));
    }

    @Bean
    ServerWebExchangeFirewall strictFirewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderNames(HeaderText::isName);
        firewall.setAllowedHeaderValues(HeaderText::isValue);
        return firewall;
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }
}
