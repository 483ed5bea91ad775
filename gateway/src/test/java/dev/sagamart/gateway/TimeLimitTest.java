package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class TimeLimitTest {

    /** A key under an older prefix would be ignored without a word, and there would be no limit at all. */
    @Test
    void the_settings_that_we_ship_are_those_that_the_gateway_reads() throws IOException {
        var prefix = HttpClientProperties.class
                .getAnnotation(ConfigurationProperties.class)
                .value();

        var limits = shipped().bind(prefix, HttpClientProperties.class).get();

        assertThat(limits.getConnectTimeout()).isEqualTo(1000);
        assertThat(limits.getResponseTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.getPool().getMaxIdleTime()).isLessThan(Duration.ofSeconds(60));
    }

    private static Binder shipped() throws IOException {
        var sources = new MutablePropertySources();
        List.copyOf(new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml")))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources));
    }
}
