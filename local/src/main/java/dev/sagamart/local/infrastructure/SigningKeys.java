package dev.sagamart.local.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/** The keys of the issuer, kept in a file so that tokens survive a restart: RS256 for tokens, ES256 for tests. */
public final class SigningKeys {
    private static final int RSA_BITS = 2048;

    private final JWKSet keys;

    private SigningKeys(JWKSet keys) {
        this.keys = keys;
    }

    public static SigningKeys in(Path folder) {
        Path file = folder.resolve("signing-keys.json");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Secrets.writePrivately(file, fresh().toString(false).getBytes(StandardCharsets.UTF_8));
            }
            return new SigningKeys(JWKSet.load(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParseException | JOSEException failure) {
            throw new IllegalStateException(file + " is damaged: delete it to get new keys", failure);
        }
    }

    private static JWKSet fresh() throws JOSEException {
        return new JWKSet(List.of(
                new RSAKeyGenerator(RSA_BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint(true)
                        .generate(),
                new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint(true)
                        .generate()));
    }

    RSAKey rsa() {
        return key(RSAKey.class);
    }

    ECKey ec() {
        return key(ECKey.class);
    }

    byte[] rsaPublicKey() {
        try {
            return rsa().toRSAPublicKey().getEncoded();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public halves as a JWK set. */
    public String published() {
        return keys.toString(true);
    }

    private <K> K key(Class<K> type) {
        return keys.getKeys().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
