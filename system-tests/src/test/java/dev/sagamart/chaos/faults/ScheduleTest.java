package dev.sagamart.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<Fault> TWO = List.of(fault("seldom", 1), fault("often", 3));

    @Test
    void the_same_seed_chooses_the_same_faults_and_victims() {
        assertThat(choices(new Schedule(7, TWO, 2), 20)).isEqualTo(choices(new Schedule(7, TWO, 2), 20));
        assertThat(choices(new Schedule(7, TWO, 2), 20)).isNotEqualTo(choices(new Schedule(8, TWO, 2), 20));
    }

    @Test
    void each_fault_has_its_turn_once_and_then_as_often_as_it_weighs() {
        Iterator<Schedule.Turn> turns = new Schedule(7, TWO, 2).turns();

        for (int round = 0; round < 5; round++) {
            List<String> ids = new ArrayList<>();
            for (int turn = 0; turn < 4; turn++) {
                ids.add(turns.next().fault().id());
            }
            assertThat(ids).containsExactlyInAnyOrder("seldom", "often", "often", "often");
            assertThat(ids.subList(0, 2)).containsExactlyInAnyOrder("seldom", "often");
        }
    }

    @Test
    void a_catalogue_without_faults_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(1, List.of(), 2));
    }

    @Test
    void every_fault_of_the_catalogue_has_a_name_of_its_own() {
        assertThat(Catalogue.soak()).extracting(Fault::id).doesNotHaveDuplicates();
        assertThat(Catalogue.soak()).extracting(Fault::weight).allMatch(weight -> weight > 0);
        assertThat(Catalogue.smoke())
                .extracting(Fault::id)
                .containsExactlyInAnyOrder("X01", "X03", "X07", "X12", "X15", "X18", "X19");
    }

    @Test
    void faults_that_share_a_process_meet() {
        Aim one = new Aim("one", Set.of("order-1", "kafka"), () -> Blow.done(new Proof("nothing", 0)));
        Aim two = new Aim("two", Set.of("kafka"), one.blow());
        Aim three = new Aim("three", Set.of("order-2"), one.blow());

        assertThat(one.meets(two)).isTrue();
        assertThat(one.meets(three)).isFalse();
    }

    private static List<String> choices(Schedule schedule, int number) {
        Iterator<Schedule.Turn> turns = schedule.turns();
        List<String> choices = new ArrayList<>();
        for (int turn = 0; turn < number; turn++) {
            Schedule.Turn next = turns.next();
            choices.add(next.fault().id() + next.random().nextInt(100));
        }
        return choices;
    }

    private static Fault fault(String id, int weight) {
        return new CatalogueEntry(
                id,
                id,
                weight,
                false,
                (cluster, random) ->
                        new Aim(id, Set.of(), () -> Blow.of(Duration.ZERO, () -> {}, () -> new Proof("done", 1))));
    }
}
