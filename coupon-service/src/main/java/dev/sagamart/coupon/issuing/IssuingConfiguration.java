package dev.sagamart.coupon.issuing;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients of issuing: both give up quickly, and let the service start while their servers are away. */
@Configuration(proxyBeanMethods = false)
class IssuingConfiguration {
    private static final int TIMEOUT_MILLIS = 400;
    private static final Duration RETRY_DELAY = Duration.ofMillis(50);

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(RedisProperties properties) {
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE)
                .setLazyInitialization(true)
                .setUseScriptCache(true)
                .setThreads(2)
                .setNettyThreads(4);
        config.useSingleServer()
                .setAddress(properties.url())
                .setTimeout(TIMEOUT_MILLIS)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setConnectionMinimumIdleSize(2)
                .setConnectionPoolSize(32)
                .setSubscriptionConnectionMinimumIdleSize(0);
        return Redisson.create(config);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaObserver(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildAdminProperties();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        return Admin.create(settings);
    }
}
