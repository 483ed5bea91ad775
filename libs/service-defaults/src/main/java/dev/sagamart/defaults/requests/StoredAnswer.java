package dev.sagamart.defaults.requests;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An outcome as it is kept: the very text that the client was sent. */
record StoredAnswer(int status, @Nullable String location, String body) {
    ResponseEntity<String> toResponse() {
        var response = ResponseEntity.status(status)
                .contentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return response.body(body);
    }
}
