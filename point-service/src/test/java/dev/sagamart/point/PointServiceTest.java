package dev.sagamart.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.Uuid7;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A test against the running service; the books must balance after each. */
@ServiceTest(database = "point")
public abstract class PointServiceTest {
    private static final String UNBALANCED = """
            select count(*) from wallet
            where balance <> (select coalesce(sum(amount), 0) from ledger where ledger.user_id = wallet.user_id)""";

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcTemplate jdbc;

    protected static String someone() {
        return "user-" + UUID.randomUUID();
    }

    protected static String someKey() {
        return Uuid7.next().toString();
    }

    /** A user who has charged this much. */
    protected String someoneWith(long points) {
        String user = someone();
        jdbc.update("insert into wallet values (?, ?)", user, points);
        jdbc.update(
                "insert into ledger values (?, ?, 'CHARGE', ?, ?, null, now())", Uuid7.next(), user, points, points);
        return user;
    }

    protected ResponseSpec charge(String user, String key, String body) {
        return client.post()
                .uri("/v1/points/charges")
                .headers(headers -> headers.setBearerAuth(Tokens.user(user)))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected ResponseSpec charge(String user, long amount) {
        return charge(user, someKey(), "{\"amount\":%d}".formatted(amount));
    }

    protected long balance(String user) {
        return client.get()
                .uri("/v1/points")
                .headers(headers -> headers.setBearerAuth(Tokens.user(user)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Balance.class)
                .returnResult()
                .getResponseBody()
                .balance();
    }

    protected int entries(String user, String kind) {
        return jdbc.queryForObject(
                "select count(*) from ledger where user_id = ? and kind = ?", Integer.class, user, kind);
    }

    @AfterEach
    void the_books_balance() {
        assertThat(jdbc.queryForObject(UNBALANCED, Integer.class)).isZero();
    }

    private record Balance(long balance) {}
}
