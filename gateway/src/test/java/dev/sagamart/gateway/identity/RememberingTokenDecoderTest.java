package dev.sagamart.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberingTokenDecoderTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger verifications = new AtomicInteger();

    @Test
    void a_good_token_is_verified_once() {
        var decoder = new RememberingTokenDecoder(this::good, clock);

        decoder.decode("token").block();
        decoder.decode("token").block();
        decoder.decode("another").block();

        assertThat(verifications).hasValue(2);
    }

    @Test
    void a_remembered_token_is_looked_at_again_once_it_has_ended() {
        var decoder = new RememberingTokenDecoder(this::good, clock);
        decoder.decode("token").block();

        clock.now = START.plusSeconds(3600 + 59);
        decoder.decode("token").block();
        assertThat(verifications).hasValue(1);

        clock.now = START.plusSeconds(3600 + 61);
        decoder.decode("token").block();
        assertThat(verifications).hasValue(2);
    }

    @Test
    void a_bad_token_is_never_remembered() {
        var decoder = new RememberingTokenDecoder(this::bad, clock);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> decoder.decode("token").block()).isInstanceOf(BadJwtException.class);
        }

        assertThat(verifications).hasValue(2);
    }

    private Jwt good(String token) {
        verifications.incrementAndGet();
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("u1")
                .expiresAt(START.plus(Duration.ofHours(1)))
                .build();
    }

    private Jwt bad(String token) {
        verifications.incrementAndGet();
        throw new BadJwtException("bad");
    }

    private static final class SettableClock extends Clock {

        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
