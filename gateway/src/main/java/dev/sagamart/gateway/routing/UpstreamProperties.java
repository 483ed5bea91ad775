package dev.sagamart.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are; each value is an origin such as {@code http://point-service:8081}. */
@ConfigurationProperties("sagamart.gateway.upstreams")
public record UpstreamProperties(
        @DefaultValue("http://127.0.0.1:8081") URI point,
        @DefaultValue("http://127.0.0.1:8082") URI product,
        @DefaultValue("http://127.0.0.1:8083") URI order,
        @DefaultValue("http://127.0.0.1:8084") URI coupon,
        @DefaultValue("http://127.0.0.1:8085") URI ranking,
        @DefaultValue("http://127.0.0.1:8086") URI chargelog) {}
