package dev.sagamart.local.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes access tokens; the claims of a good token can be changed one by one to get a bad one. */
public final class TokenMint {
    public static final Duration LIFETIME = Duration.ofHours(8);
    public static final String AUDIENCE = "sagamart";
    public static final String ADMIN = "admin";

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;

    public TokenMint(SigningKeys keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    public String token(String user, boolean admin) {
        return token(claims -> {
            claims.subject(user);
            if (admin) {
                claims.claim("scope", ADMIN);
            }
        });
    }

    /** A token with RS256; the change sees claims that are complete but for the subject. */
    public String token(Consumer<JWTClaimsSet.Builder> change) {
        return sign(JWSAlgorithm.RS256, change);
    }

    /** A token signed with RS256 or ES256. */
    public String sign(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        try {
            boolean elliptic = JWSAlgorithm.ES256.equals(algorithm);
            JWK key = elliptic ? keys.ec() : keys.rsa();
            JWSSigner signer = elliptic ? new ECDSASigner(keys.ec()) : new RSASSASigner(keys.rsa());
            var header =
                    new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
            var token = new SignedJWT(header.build(), claims(change));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalArgumentException("no token with " + algorithm, failure);
        }
    }

    /** The claims that a token with this change carries. */
    public JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        change.accept(claims);
        return claims.build();
    }
}
