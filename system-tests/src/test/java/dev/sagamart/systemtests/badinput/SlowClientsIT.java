package dev.sagamart.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import dev.sagamart.systemtests.badinput.Wire.Answer;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clients that begin and do not go on. */
@Order(2)
class SlowClientsIT extends BadInputTest {
    private static final int CROWD = 100;

    SlowClientsIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void who_does_not_send_the_body_is_told_so_and_keeps_nobody_waiting() throws IOException {
        List<Wire> crowd = new ArrayList<>();
        for (int client = 0; client < CROWD; client++) {
            crowd.add(new Wire(suite.ports().http(Service.GATEWAY)).write(half(client % 2 == 0)));
        }

        aGoodRequestWorks();
        for (Wire slow : crowd) {
            Answer answer = slow.answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(408);
            assertThat(answer.body()).contains("REQUEST_TIMEOUT");
            slow.close();
        }
        aGoodRequestWorks();
    }

    @Test
    void who_hangs_up_in_the_middle_has_asked_for_nothing() throws IOException {
        for (int client = 0; client < CROWD; client++) {
            new Wire(suite.ports().http(Service.GATEWAY))
                    .write(half(client % 2 == 0))
                    .close();
        }

        aGoodRequestWorks();
    }

    @Test
    void who_sends_letter_by_letter_is_served_all_the_same() throws IOException {
        String request = "GET /v1/points HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token() + "\r\n\r\n";
        try (var wire = new Wire(suite.ports().http(Service.GATEWAY))) {
            for (char letter : request.toCharArray()) {
                wire.write(String.valueOf(letter));
            }

            assertThat(wire.answer().status()).isEqualTo(200);
        }
    }

    private String half(boolean chunked) {
        String framing = chunked ? "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"amo" : "Content-Length: 12\r\n\r\n{\"amo";
        return "POST /v1/points/charges HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + token() + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n" + framing;
    }

    private String token() {
        return suite.mint().token(samples.owner(), false);
    }
}
