package dev.sagamart.order.ordering.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param verdictWait how long a client waits for the verdict before it is told 202; under the gateway's time-out */
@ConfigurationProperties("sagamart.ordering")
record OrderingProperties(@DefaultValue("3s") Duration verdictWait) {}
