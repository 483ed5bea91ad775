package dev.sagamart.loadtests.chargelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String RANGE = """
            Limit (actual time=0.031..0.040 rows=21.00 loops=1)
              Buffers: shared hit=23 read=2
              ->  Index Scan Backward using charge_pkey on charge (actual time=0.030..0.036 rows=21.00 loops=1)
                    Index Cond: ((user_id = 'u'::text) AND (charge_id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                    Buffers: shared hit=23 read=2""";

    @Test
    void a_range_of_an_index_is_told_by_what_was_read() {
        Plan plan = Plan.of(RANGE);

        assertThat(plan.index()).isEqualTo("index scan backward `charge_pkey`");
        assertThat(plan.rows()).isEqualTo(21);
        assertThat(plan.blocks()).isEqualTo(25);
    }

    @Test
    void anything_else_is_refused() {
        assertThatThrownBy(() -> Plan.of("Sort\n" + RANGE)).hasMessageContaining("no range of an index");
        assertThatThrownBy(() -> Plan.of(RANGE + "\n  Filter: (user_id = 'u'::text)"))
                .hasMessageContaining("no range of an index");
        assertThatThrownBy(() -> Plan.of(RANGE.replace("AND (charge_id <", "OR (")))
                .hasMessageContaining("no range of an index");
    }
}
