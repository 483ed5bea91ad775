package dev.sagamart.loadtests.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final String WRK = """
            Running 10s test @ http://127.0.0.1:15480
              1 threads and 64 connections
            TRAFFIC 2000 10000000 12300 45600 %d %d
            """;
    private static final String PEER =
            "monolith orders-hot c=64 rps=50.0 p50=53.3ms p99=224.9ms non2xx=0 sockerr=0 completed_per_s=50.1 drain_s=0 "
                    + "cpu_s=35.0 cpu_ms_per_req=1.610 cpu_ms_per_completed=1.620 cpu[pg=1.0 app=2.0] client_cpu_s=0.5 other_cpu_s=0.1";

    @Test
    void compares_what_was_brought_about_and_not_what_was_asked_for() {
        Row row = row(Scenario.ORDERS_HOT, turn(1000, 0, 0));

        assertThat(row.line())
                .startsWith(
                        "| orders, one product | gateway | 64 | 100 (100–100) | 50 (50–50) | × 2.00 | 12.3 | 53.3 | 45.6 |")
                .contains("| 3.00 | 1.62 | orders 2.00, gateway 1.00 |");
        assertThat(row.errors()).isEmpty();
    }

    @Test
    void shows_a_dash_for_what_the_peer_does_not_do() {
        Row row = new Row(Scenario.POPULAR, Entrance.SERVICE, 64, List.of(turn(2000, 0, 0)), List.of());

        assertThat(row.line()).contains("| popular products | service | 64 | 200 (200–200) | – | – |");
    }

    @Test
    void refused_requests_and_broken_connections_make_it_worthless() {
        assertThat(row(Scenario.ORDERS_HOT, turn(1000, 7, 0)).errors())
                .singleElement()
                .asString()
                .contains("7 answers with a status from 400 on, 0 expected");
        assertThat(row(Scenario.ORDERS_HOT, turn(1000, 0, 3)).errors())
                .singleElement()
                .asString()
                .contains("3 connections broke");
    }

    @Test
    void losers_must_all_be_refused() {
        assertThat(row(Scenario.SOLD_OUT, turn(2000, 2000, 0)).errors()).isEmpty();
        assertThat(row(Scenario.SOLD_OUT, turn(2000, 1999, 0)).errors()).hasSize(1);
    }

    @Test
    void a_wrk_that_did_not_come_to_its_end_is_told() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WrkResult.of("unable to connect to 127.0.0.1:1 Connection refused"))
                .withMessageContaining("unable to connect");
    }

    @Test
    void lines_of_the_peer_that_are_no_measurement_are_passed_over() {
        assertThat(PeerTurn.of("monolith ADDS_UP orders=12")).isEmpty();
    }

    private static Row row(Scenario scenario, Turn turn) {
        List<PeerTurn> peer = PeerTurn.of(PEER).stream().toList();
        return new Row(scenario, Entrance.GATEWAY, 64, List.of(turn), peer);
    }

    private static Turn turn(long effects, int refused, int broken) {
        return new Turn(WrkResult.of(WRK.formatted(refused, broken)), effects, Map.of("gateway", 1.0, "orders", 2.0));
    }
}
