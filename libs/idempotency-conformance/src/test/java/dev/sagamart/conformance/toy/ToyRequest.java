package dev.sagamart.conformance.toy;

import java.util.Arrays;

/** A write on its way to the service. */
record ToyRequest(String user, String operation, String query, String key, byte[] body) {

    String name() {
        return user + "|" + operation + "|" + key;
    }

    String fingerprint() {
        return operation + "?" + query + " " + Arrays.toString(body);
    }
}
