package dev.sagamart.defaults.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;

/**
 * The keys that the issuer publishes. They are asked for again every few minutes and for a key that is not among them,
 * but tokens with made-up keys cannot make us flood the issuer, and its absence or slowness is borne for a while.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofMinutes(15);
    private static final Duration TWO_REQUESTS_AT_MOST_IN = Duration.ofSeconds(5);

    private final Published published;
    private final JWKSource<SecurityContext> kept;

    IssuerKeys(String uri) {
        published = new Published(url(uri));
        kept = JWKSourceBuilder.create(published)
                .cache(KEPT.toMillis(), 2L * PATIENCE_MILLIS)
                .rateLimited(TWO_REQUESTS_AT_MOST_IN.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
    }

    private static URL url(String uri) {
        try {
            return URI.create(uri).toURL();
        } catch (MalformedURLException broken) {
            throw new IllegalArgumentException("not the address of a JWK set: " + uri, broken);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            return kept.get(selector, context);
        } catch (RateLimitReachedException asked) {
            if (published.reachable) {
                return List.of(); // we have asked a moment ago: there is no such key
            }
            throw asked;
        }
    }

    /** The keys at their source, and whether they could be had the last time. */
    private static final class Published implements JWKSetSource<SecurityContext> {
        private final JWKSetSource<SecurityContext> source;
        private volatile boolean reachable;

        Published(URL url) {
            var http = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
            source = new URLBasedJWKSetSource<>(url, http);
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            reachable = false;
            JWKSet keys = source.getJWKSet(refresh, now, context);
            reachable = true;
            return keys;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
