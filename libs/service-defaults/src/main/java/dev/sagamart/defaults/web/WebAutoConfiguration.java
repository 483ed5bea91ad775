package dev.sagamart.defaults.web;

import dev.sagamart.defaults.security.CallerArgument;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.TokenStreamFactory;

/** JSON, controller arguments, and an end without haste. */
@AutoConfiguration
class WebAutoConfiguration {
    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    Draining draining(ApplicationContext context, @Value("${sagamart.web.drain:2s}") Duration length) {
        return new Draining(
                () -> context instanceof WebServerApplicationContext web ? web.getWebServer() : null, length);
    }

    @Bean
    StrictParameters strictParameters() {
        return new StrictParameters();
    }

    /** A body is UTF-8, whatever its first bytes look like. */
    @Bean
    JsonFactoryBuilderCustomizer onlyUtf8() {
        return factory -> factory.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }

    /** What is validated is read from JSON: there is nothing of it that a database has not loaded yet. */
    @Bean
    ValidationConfigurationCustomizer nothingIsLazy() {
        return configuration -> configuration.traversableResolver(new Everything());
    }

    @Bean
    WebMvcConfigurer controllerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
                resolvers.add(new PageQueryArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OnlyJson());
            }
        };
    }
}
