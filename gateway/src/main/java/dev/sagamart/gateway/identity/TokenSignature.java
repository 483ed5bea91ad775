package dev.sagamart.gateway.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Verifies signatures with the issuer's published keys, which are fetched rarely and outlive an outage of the issuer. */
final class TokenSignature {

    /** Two algorithms and no others; a token cannot choose a weaker one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /** The type that RFC 9068 gives to access tokens; the plain one and none are as good. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private static final Duration OUTAGE = Duration.ofHours(1);

    private static final int FETCH_MILLIS = 2_000;
    private static final int LARGEST_KEY_SET = 100 * 1024;

    private TokenSignature() {}

    static DefaultJWTProcessor<SecurityContext> verifiedWith(String keySetUri) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(keySetUri)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    /** The library's own half a second is too short for a machine that has just been started. */
    private static ResourceRetriever retriever() {
        return new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, LARGEST_KEY_SET);
    }

    /** At most two fetches in 30 s, so unknown key ids cannot make the gateway hammer the issuer. */
    private static JWKSource<SecurityContext> keys(String keySetUri) {
        try {
            return JWKSourceBuilder.create(URI.create(keySetUri).toURL(), retriever())
                    .rateLimited(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address of a key set: " + keySetUri, e);
        }
    }
}
