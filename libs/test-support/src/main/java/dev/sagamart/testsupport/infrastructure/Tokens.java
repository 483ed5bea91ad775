package dev.sagamart.testsupport.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sagamart.local.infrastructure.TokenMint;
import java.util.function.Consumer;

/** Access tokens for tests: good ones, and bad ones made by changing the claims or the signature of a good one. */
public final class Tokens {
    private Tokens() {}

    public static String user(String user) {
        return mint().token(user, false);
    }

    public static String admin(String user) {
        return mint().token(user, true);
    }

    /** A token of the user {@code u1} with changed claims, such as another audience. */
    public static String with(Consumer<JWTClaimsSet.Builder> change) {
        return mint().token(asUser(change));
    }

    /** As {@link #with}, signed with RS256 or ES256, whose keys are both published. */
    public static String signed(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        return mint().sign(algorithm, asUser(change));
    }

    /** As {@link #with}, signed with HS256 and the published RSA key as the secret, the classic confusion attack. */
    public static String confused(Consumer<JWTClaimsSet.Builder> change) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT);
            var token = new SignedJWT(header.build(), mint().claims(asUser(change)));
            token.sign(new MACSigner(Infrastructure.tokenIssuer().rsaPublicKey()));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As {@link #with}, without any signature ({@code alg: none}). */
    public static String unsigned(Consumer<JWTClaimsSet.Builder> change) {
        return new PlainJWT(mint().claims(asUser(change))).serialize();
    }

    private static Consumer<JWTClaimsSet.Builder> asUser(Consumer<JWTClaimsSet.Builder> change) {
        Consumer<JWTClaimsSet.Builder> user = claims -> claims.subject("u1");
        return user.andThen(change);
    }

    private static TokenMint mint() {
        return Infrastructure.tokenIssuer().mint();
    }
}
