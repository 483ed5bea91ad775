package dev.sagamart.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a client may send.
 *
 * @param limit the largest request body that is read
 */
@ConfigurationProperties("sagamart.gateway.body")
record BodyProperties(@DefaultValue("64KB") DataSize limit) {}
