package dev.sagamart.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class AttemptTest {

    private static final IdempotencyKey NONCE = new IdempotencyKey("a:b:c:d:e");

    @Test
    void a_record_is_found_by_user_operation_and_nonce() {
        assertThat(attempt("u1", "/v1/orders", "{}").recordKey()).isEqualTo("idempotency:u1:POST /v1/orders:a:b:c:d:e");
    }

    @Test
    void separators_inside_the_parts_cannot_make_two_records_one() {
        assertThat(attempt("u1", "/v1/a:b", "").recordKey()).isEqualTo("idempotency:u1:POST /v1/a%3Ab:a:b:c:d:e");
        assertThat(attempt("u1", "/v1/a%3Ab", "").recordKey()).isEqualTo("idempotency:u1:POST /v1/a%253Ab:a:b:c:d:e");
    }

    @Test
    void equal_requests_have_equal_fingerprints_and_attempts_of_their_own() {
        var one = attempt("u1", "/v1/orders?a=1", "{}");
        var same = attempt("u1", "/v1/orders?a=1", "{}");

        assertThat(one.fingerprint()).isEqualTo(same.fingerprint()).hasSize(64);
        assertThat(one.owner()).isNotEqualTo(same.owner());
    }

    @Test
    void what_moves_from_one_part_to_the_next_changes_the_fingerprint() {
        assertThat(attempt("u1", "/v1/orders?a=1", "{}").fingerprint())
                .isNotEqualTo(attempt("u1", "/v1/orders", "a=1{}").fingerprint())
                .isNotEqualTo(attempt("u1", "/v1/orders?a=", "1{}").fingerprint())
                .isNotEqualTo(attempt("u1", "/v1/order?s?a=1", "{}").fingerprint());
    }

    private static Attempt attempt(String user, String uri, String body) {
        var request =
                MockServerHttpRequest.method(HttpMethod.POST, URI.create(uri)).build();
        return Attempt.of(user, request, body.getBytes(UTF_8), NONCE);
    }
}
