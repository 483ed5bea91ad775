package dev.sagamart.gateway;

import static java.util.Map.entry;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** What stands around the gateway in its tests; the properties of a test itself go before these. */
class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addAfter(
                        TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("surroundings", properties()));
    }

    private static Map<String, Object> properties() {
        return Map.ofEntries(
                entry("management.server.port", "0"),
                entry("sagamart.redis.url", Infrastructure.redisUrl()),
                entry("sagamart.redis.patience", "5s"),
                entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", Infrastructure.issuer()),
                entry("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Infrastructure.jwkSetUri()),
                entry("spring.cloud.gateway.server.webflux.httpclient.response-timeout", "30s"),
                entry("sagamart.gateway.upstreams.point", StandIn.POINT.url()),
                entry("sagamart.gateway.upstreams.product", StandIn.PRODUCT.url()),
                entry("sagamart.gateway.upstreams.order", StandIn.ORDER.url()),
                entry("sagamart.gateway.upstreams.coupon", StandIn.COUPON.url()),
                entry("sagamart.gateway.upstreams.ranking", StandIn.RANKING.url()),
                entry("sagamart.gateway.upstreams.chargelog", StandIn.CHARGE_LOG.url()));
    }
}
