package dev.sagamart.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Puts {@code sagamart-defaults.yml} below everything else, so that a service states only what differs. */
public final class DefaultProperties implements EnvironmentPostProcessor {
    private static final String FILE = "sagamart-defaults.yml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(source -> environment.getPropertySources().addLast(source));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
