package dev.sagamart.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RebuildRankingCommandTest {
    @Test
    void an_operator_reads_what_was_wrong() {
        var rebuild = new JsonMapper().readTree("""
                {"firstHour":"2026-11-20T13:00:00Z","orders":48211,"changedSums":3}""");

        assertThat(RebuildRankingCommand.told(rebuild))
                .isEqualTo("Done: 48211 completed orders since 2026-11-20T13:00:00Z, 3 sums were wrong before.");
    }
}
