package dev.sagamart.messaging;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service that does nothing but use this library. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestApplication {
    @Bean
    Guestbook guestbook() {
        return new Guestbook();
    }
}
