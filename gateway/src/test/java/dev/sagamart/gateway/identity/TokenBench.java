package dev.sagamart.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.testsupport.bench.MicroBenchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** A token that was verified before, against what it costs to verify one. */
@State(Scope.Benchmark)
public class TokenBench {
    private JwtDecoder verifying;
    private RememberingTokenDecoder remembering;
    private String token;

    @Setup
    public void know_a_token() throws IOException, JOSEException, ParseException {
        var keys = SigningKeys.in(Files.createTempDirectory("token-bench"));
        token = new TokenMint(keys, "http://issuer", Clock.systemUTC()).token("user-1", false);
        var published =
                JWKSet.parse(keys.published()).getKeyByKeyId(keyOf(token)).toRSAKey();
        verifying = NimbusJwtDecoder.withPublicKey(published.toRSAPublicKey()).build();
        remembering = new RememberingTokenDecoder(verifying, Clock.systemUTC());
        remembering.decode(token).block();
    }

    @Test
    void run() {
        MicroBenchmarks.run(TokenBench.class);
    }

    private static String keyOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Benchmark
    public Object known() {
        return Objects.requireNonNull(remembering.remembered(token));
    }

    @Benchmark
    public Object verified() {
        return verifying.decode(token);
    }
}
