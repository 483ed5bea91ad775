package dev.sagamart.gateway.requests;

import dev.sagamart.gateway.idempotency.KnownRequest;
import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.routing.Upstream;
import dev.sagamart.gateway.routing.UpstreamProperties;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks all services for their own records of a key, on behalf of the user. */
@Component
class ServiceRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What a service answers. */
    private record Records(List<KnownRequest> items) {}

    private final UpstreamProperties upstreams;
    private final CircuitBreakerRegistry breakers;
    private final WebClient services;

    ServiceRecords(UpstreamProperties upstreams, CircuitBreakerRegistry breakers, HttpClient http) {
        this.upstreams = upstreams;
        this.breakers = breakers;
        this.services = WebClient.create()
                .mutate()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** What they know; fails rather than calling a request unknown that a silent service may have done. */
    Mono<List<KnownRequest>> of(String key, String token) {
        return Flux.fromArray(Upstream.values())
                .flatMap(upstream -> ask(upstream, key, token))
                .collectList()
                .map(ServiceRecords::merge);
    }

    private Mono<Optional<List<KnownRequest>>> ask(Upstream upstream, String key, String token) {
        return services.get()
                .uri(address(upstream, key))
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .bodyToMono(Records.class)
                .timeout(PATIENCE)
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(upstream.breaker())))
                .map(records -> Optional.of(records.items()))
                .onErrorReturn(Optional.empty());
    }

    private URI address(Upstream upstream, String key) {
        return UriComponentsBuilder.fromUri(upstream.address(upstreams))
                .path("/internal/requests/{key}")
                .build(key);
    }

    private static List<KnownRequest> merge(List<Optional<List<KnownRequest>>> answers) {
        var known = new ArrayList<KnownRequest>();
        answers.forEach(answer -> answer.ifPresent(known::addAll));
        if (known.isEmpty() && answers.stream().anyMatch(Optional::isEmpty)) {
            throw GatewayProblem.unavailable();
        }
        return known;
    }
}
