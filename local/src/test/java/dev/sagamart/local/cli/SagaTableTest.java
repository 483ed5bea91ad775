package dev.sagamart.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SagaTableTest {
    private final StringWriter output = new StringWriter();
    private final PrintWriter out = new PrintWriter(output);

    @Test
    void a_saga_is_a_line_with_what_an_operator_looks_for() {
        var saga = JsonMapper.shared().readTree("""
                {"orderId":"01a2057c-0207-77e5-99fa-99ca879c8f07","userId":"mina","state":"COMPENSATING",
                 "outstanding":["STOCK","POINTS"],"attempts":12,"stuck":true,"ageSeconds":310,
                 "dueAt":"2026-11-22T10:00:25Z","lastReply":"GIVEN_BACK COUPON"}""");

        new SagaTable(Instant.parse("2026-11-22T10:00:00Z")).print(List.of(saga), out);

        assertThat(output.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("01a2057c-0207-77e5-99fa-99ca879c8f07  mina")
                .containsSubsequence("COMPENSATING!", "stock,points", "5 min", "12", "in 25 s", "GIVEN_BACK COUPON");
    }

    @Test
    void a_timeline_is_a_story_with_times() {
        var timeline = JsonMapper.shared().readTree("""
                {"orderId":"01a2057c-0207-77e5-99fa-99ca879c8f07","status":"REJECTED","events":[
                 {"at":"2026-11-22T10:00:00.123Z","event":"PLACED","text":"The order was placed."},
                 {"at":"2026-11-22T10:00:03Z","event":"ASKED_AGAIN","times":3,"until":"2026-11-22T10:00:21Z",
                  "text":"No answer; asked again 3 times."},
                 {"at":"2026-11-22T10:00:22Z","event":"OPERATOR_COMPENSATE","detail":"DONE","by":"boss",
                  "reason":"as wished","text":"An operator called the order off."},
                 {"at":"2026-11-22T10:00:23Z","event":"GIVEN_BACK","step":"STOCK","text":"Gave back 2 of product 7."}]}""");

        TimelineCommand.print(timeline, out);

        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                Order 01a2057c-0207-77e5-99fa-99ca879c8f07 of 2026-11-22: REJECTED
                  10:00:00.123  placed               The order was placed.
                  10:00:03.000  asked again          No answer; asked again 3 times. The last time at 10:00:21.000.
                  10:00:22.000  operator compensate  An operator called the order off. By boss. as wished
                  10:00:23.000  given back stock     Gave back 2 of product 7.
                """);
    }
}
