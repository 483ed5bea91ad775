package dev.sagamart.defaults.security;

import dev.sagamart.defaults.problem.ProblemDocuments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Every service verifies the token itself; what is not opened by its {@link AccessRules} needs one. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
class SecurityAutoConfiguration {
    private static final Duration SKEW = Duration.ofSeconds(60);

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http, ObjectProvider<AccessRules> rules, ProblemFailures failures, CachingJwtDecoder tokens)
            throws Exception {
        http.csrf(csrf -> csrf.disable())
                .formLogin(login -> login.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> authorize(requests, AccessRules.all(rules.stream())))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(failures).accessDeniedHandler(failures))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .bearerTokenResolver(new KnownTokens(tokens::knows))
                        .authenticationEntryPoint(failures)
                        .accessDeniedHandler(failures)
                        .withObjectPostProcessor(failingWith(failures)));
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            AccessRules rules) {
        rules.open()
                .forEach(route -> requests.requestMatchers(route.method(), route.pattern())
                        .permitAll());
        rules.admin().stream()
                .flatMap(SecurityAutoConfiguration::withHeadersAlone)
                .forEach(route -> requests.requestMatchers(route.method(), route.pattern())
                        .hasAuthority("SCOPE_admin"));
        requests.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    /** Who may not read may not ask for the headers alone. */
    private static Stream<AccessRules.Route> withHeadersAlone(AccessRules.Route route) {
        return route.method().equals(HttpMethod.GET)
                ? Stream.of(route, new AccessRules.Route(HttpMethod.HEAD, route.pattern()))
                : Stream.of(route);
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingWith(ProblemFailures failures) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }

    /** A span for each of a dozen filters says nothing that the request's own does not, and costs a tenth of it. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody listens to the news that a token was good once more. */
    @Bean
    AuthenticationEventPublisher noNews() {
        return new AuthenticationEventPublisher() {
            @Override
            public void publishAuthenticationSuccess(Authentication authentication) {}

            @Override
            public void publishAuthenticationFailure(AuthenticationException cause, Authentication authentication) {}
        };
    }

    @Bean
    ProblemFailures problemFailures(ProblemDocuments documents, JsonMapper json) {
        return new ProblemFailures(documents, json);
    }

    @Bean
    CachingJwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties, Clock clock) {
        OAuth2ResourceServerProperties.Jwt settings = properties.getJwt();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new IssuerKeys(required(settings.getJwkSetUri(), "jwk-set-uri")))
                .jwsAlgorithms(algorithms ->
                        settings.getJwsAlgorithms().forEach(name -> algorithms.add(SignatureAlgorithm.from(name))))
                .build();
        decoder.setJwtValidator(validator(settings, clock));
        return new CachingJwtDecoder(decoder, clock);
    }

    private static String required(@Nullable String value, String name) {
        return Objects.requireNonNull(value, () -> "spring.security.oauth2.resourceserver.jwt." + name + " is not set");
    }

    private static OAuth2TokenValidator<Jwt> validator(OAuth2ResourceServerProperties.Jwt settings, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var audience = new JwtClaimValidator<List<String>>(
                "aud", named -> named != null && named.stream().anyMatch(settings.getAudiences()::contains));
        var type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type,
                times,
                new JwtIssuerValidator(required(settings.getIssuerUri(), "issuer-uri")),
                audience,
                new SubjectValidator());
    }
}
