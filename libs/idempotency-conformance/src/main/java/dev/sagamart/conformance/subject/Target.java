package dev.sagamart.conformance.subject;

import java.net.URI;

/** The API to be tested. */
public record Target(URI baseUri, Tokens tokens, Profile profile, Faults faults) {

    public Target {
        String text = baseUri.toString();
        if (baseUri.getHost() == null) {
            throw new IllegalArgumentException("not an absolute URL: " + text);
        }
        baseUri = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : baseUri;
    }
}
