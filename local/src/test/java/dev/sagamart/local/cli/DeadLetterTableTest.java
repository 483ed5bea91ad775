package dev.sagamart.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeadLetterTableTest {
    private final StringWriter output = new StringWriter();
    private final PrintWriter out = new PrintWriter(output);

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void a_dead_letter_is_a_line_with_what_an_operator_looks_for() {
        var letter = json("""
                {"id":"3-17","state":"OPEN","key":null,"type":"point.deduct.v1","replays":2,
                 "reason":"PoisonMessage: Unexpected end-of-input:\\n was expecting a lot more of it than there is here",
                 "firstFailedAt":"2026-11-22T08:00:00Z"}""");

        new DeadLetterTable(Instant.parse("2026-11-22T10:00:00Z"))
                .print(Map.of("point.commands", List.of(letter)), out);

        assertThat(output.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("point.commands    3-17       OPEN       -")
                .containsSubsequence("point.deduct.v1", "2 h", "2", "PoisonMessage: Unexpected end-of-input: was")
                .endsWith("…");
    }

    @Test
    void an_opened_letter_shows_everything_and_says_where_it_is_cut() {
        var opened = json("""
                {"letter":{"id":"3-17","state":"DISCARDED","sourceOffset":null},
                 "decision":{"action":"DISCARD","by":"kim","at":"2026-11-22T10:00:00Z","reason":"a test"},
                 "headers":[{"name":"ce_id","value":{"encoding":"TEXT","content":"\\u001b[2J7","size":1,"truncated":false}}],
                 "payload":{"encoding":"BASE64","content":"AP8=","size":70000,"truncated":true}}""");

        DeadLetterSheet.print(opened, out);

        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                id              3-17
                state           DISCARDED
                sourceOffset    -
                decided         2026-11-22T10:00:00Z by kim: a test
                  ce_id                     ·[2J7
                (Base64) AP8=… (70000 bytes)
                """);
    }

    @Test
    void what_stands_against_a_replay_is_said_with_the_letter_in_front() {
        var tried = json("""
                {"dryRun":true,"items":[{"id":"3-17","possible":true},
                 {"id":"3-18","possible":false,"obstacle":"OLDER_LETTER_OPEN","detail":"Wait.","olderId":"3-2"}]}""");

        DeadLetterSheet.outcome(tried, out);

        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                3-17  would go
                3-18  OLDER_LETTER_OPEN (3-2): Wait.
                """);
    }
}
