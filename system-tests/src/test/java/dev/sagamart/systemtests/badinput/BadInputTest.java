package dev.sagamart.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.Logs;
import dev.sagamart.systemtests.contract.Problems;
import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.documents.Operations;
import dev.sagamart.systemtests.documents.Samples;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;

/** What all tests of bad input share: afterwards no table has changed, no log has an alarm, and all is well. */
@SystemTest
abstract class BadInputTest {
    final SuiteUnderTest suite;
    final Client client;
    final Samples samples;

    private Map<String, String> books = Map.of();
    private List<String> alarms = List.of();

    BadInputTest(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.samples = new Samples(client);
    }

    @BeforeAll
    void remember() {
        books = Books.settled(suite);
        alarms = Logs.alarming(suite);
    }

    @AfterAll
    void nothing_has_come_of_it() {
        assertThat(Books.settled(suite)).isEqualTo(books);
        assertThat(Logs.alarming(suite)).isEqualTo(alarms);
    }

    static List<Operation> withBody() {
        return Operations.all().stream()
                .filter(operation -> !operation.body().isMissingNode())
                .toList();
    }

    static List<Operation> withoutAnonymous() {
        return Operations.all().stream()
                .filter(operation -> !operation.isOpen())
                .toList();
    }

    /** By somebody who may, about something that exists. */
    Call call(Operation operation) {
        Call call = client.call(operation.method(), samples.path(operation));
        return operation.isForAdmins() ? call.asAdmin() : call.as(samples.owner());
    }

    /** @param outcomes the answers that are right; mostly there is but one */
    DynamicTest refused(String name, Call call, String... outcomes) {
        return DynamicTest.dynamicTest(name, () -> {
            Reply reply = call.send();

            assertThat(Arrays.asList(outcomes)).as("%s: %s", name, reply).contains(reply.outcome());
            Problems.assertProblem(reply, reply.outcome());
            aGoodRequestWorks();
        });
    }

    void aGoodRequestWorks() {
        client.get("/v1/points").as(samples.owner()).send().expect("200");
    }
}
