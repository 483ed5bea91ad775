package dev.sagamart.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A test of the defaults from the outside of a service that has them. */
@ServiceTest(database = "point", classes = TestApplication.class)
public abstract class DefaultsTest {
    @Autowired
    protected JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    protected Http http;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void prepare() {
        http = new Http(port);
        log.start();
        rootLogger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        rootLogger().detachAppender(log);
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    protected List<String> errorsLogged() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(ILoggingEvent::toString)
                .toList();
    }

    /** As the role that may create tables. */
    protected static JdbcTemplate owner() {
        String role = Infrastructure.ownerRole("point");
        return new JdbcTemplate(
                new DriverManagerDataSource(Infrastructure.jdbcUrl("point"), role, Infrastructure.password(role)));
    }

    protected static String someone() {
        return "user-" + UUID.randomUUID();
    }

    protected static String token() {
        return Tokens.user("u1");
    }

    protected static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asString())
                .isEqualTo("urn:sagamart:problem:" + code.toLowerCase().replace('_', '-'));
        assertThat(answer.json().get("title").asString()).isNotEmpty();
        assertThat(answer.json().get("detail").asString()).isNotEmpty();
        assertThat(answer.json().get("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.body())
                .doesNotContain("dev.sagamart", "Exception", "java.", "org.", "select ", "127.0.0.1", "trace\"");
    }
}
