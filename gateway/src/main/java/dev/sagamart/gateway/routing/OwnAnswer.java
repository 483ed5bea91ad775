package dev.sagamart.gateway.routing;

import org.springframework.cloud.gateway.filter.GatewayFilter;

/** Answers an endpoint that the gateway offers itself, in place of a service. */
public interface OwnAnswer extends GatewayFilter {

    /** The path in the route table. */
    String path();
}
