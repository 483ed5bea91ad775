package dev.sagamart.systemtests.badinput;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every way to make a token that must not be believed; each would be an admin's if it were. */
final class ForgedTokens {
    private final TokenMint mint;
    private final RSAKey published;
    private final RSAKey own;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    ForgedTokens(SuiteUnderTest suite) throws Exception {
        mint = suite.mint();
        published = JWKSet.load(
                        URI.create(suite.ports().issuerUrl() + "/oauth2/jwks").toURL())
                .getKeys()
                .stream()
                .filter(RSAKey.class::isInstance)
                .map(RSAKey.class::cast)
                .findFirst()
                .orElseThrow();
        own = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
    }

    Map<String, String> all() throws JOSEException {
        texts();
        claims();
        signatures();
        keysOfTheirOwn();
        return tokens;
    }

    private void texts() {
        String good = mint.token("somebody", true);
        String[] parts = good.split("\\.");
        tokens.put("of one letter", "x");
        tokens.put("of dots", "..");
        tokens.put("without signature", parts[0] + "." + parts[1] + ".");
        tokens.put("without claims", parts[0] + ".." + parts[2]);
        tokens.put("of two parts", parts[0] + "." + parts[1]);
        tokens.put("of five parts", good + ".a.b");
        tokens.put("with a tampered signature", parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA");
        tokens.put("with another's claims", parts[0] + "." + claimsOf("admin") + "." + parts[2]);
        tokens.put("with claims that are no JSON", parts[0] + "." + Base64URL.encode("{") + "." + parts[2]);
        tokens.put("of 6,000 letters", "x".repeat(6_000));
    }

    private String claimsOf(String user) {
        return Base64URL.encode(
                        mint.claims(admin(claims -> claims.subject(user))).toString())
                .toString();
    }

    private void claims() {
        Instant now = Instant.now();
        add("expired", claims -> claims.expirationTime(Date.from(now.minus(Duration.ofMinutes(2)))));
        add("without an end", claims -> claims.expirationTime(null));
        add("not valid yet", claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(10)))));
        add("of another issuer", claims -> claims.issuer("https://evil.example"));
        add("of no issuer", claims -> claims.issuer(null));
        add("for another audience", claims -> claims.audience("another"));
        add("for no audience", claims -> claims.audience(List.of()));
        add("of nobody", claims -> claims.subject(null));
        add("of an empty name", claims -> claims.subject(""));
        for (String subject : List.of("a b", "a:b", "a/b", "../a", "a\nb", "감귤", "*", "{a}", "a'--", "x".repeat(65))) {
            add("of " + subject.replace('\n', ' '), claims -> claims.subject(subject));
        }
    }

    private void add(String name, Consumer<JWTClaimsSet.Builder> change) {
        tokens.put(name, mint.token(admin(change)));
    }

    private static Consumer<JWTClaimsSet.Builder> admin(Consumer<JWTClaimsSet.Builder> change) {
        return claims -> change.accept(claims.subject("somebody").claim("scope", TokenMint.ADMIN));
    }

    private void signatures() throws JOSEException {
        tokens.put("with the algorithm none", new PlainJWT(mint.claims(admin(claims -> {}))).serialize());
        byte[] key = published.toRSAPublicKey().getEncoded();
        sign("with the public key as a password", new JWSHeader.Builder(JWSAlgorithm.HS256), new MACSigner(key));
        byte[] pem = published.toJSONString().getBytes(StandardCharsets.UTF_8);
        sign("with the published JSON as a password", new JWSHeader.Builder(JWSAlgorithm.HS512), new MACSigner(pem));
        sign("with another key", new JWSHeader.Builder(JWSAlgorithm.RS256), new RSASSASigner(own));
        sign("with RS512", new JWSHeader.Builder(JWSAlgorithm.RS512), new RSASSASigner(own));
        sign("with PS256", new JWSHeader.Builder(JWSAlgorithm.PS256), new RSASSASigner(own));
    }

    private void keysOfTheirOwn() throws JOSEException {
        JWSSigner signer = new RSASSASigner(own);
        URI evil = URI.create("http://127.0.0.1:1/keys");
        sign("with its own key set", header().jwkURL(evil), signer);
        sign("with its own key", header().jwk(own.toPublicJWK()), signer);
        sign("with its own certificate", header().x509CertURL(evil), signer);
        for (String keyId :
                List.of("../../dev/null", "' or '1'='1", "", "x".repeat(2_000), "http://127.0.0.1:1/keys")) {
            String shown = keyId.substring(0, Math.min(20, keyId.length()));
            sign("with the key id " + shown, header().keyID(keyId), signer);
        }
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(published.getKeyID());
    }

    private void sign(String name, JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header.build(), mint.claims(admin(claims -> {})));
        token.sign(signer);
        tokens.put(name, token.serialize());
    }
}
