package dev.sagamart.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final String BAD = "dev.sagamart.testsupport.architecture.bad";
    private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

    @TestFactory
    Stream<DynamicTest> each_rule_sees_its_violation() {
        return HouseRules.of(BAD).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(bad))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("was violated")));
    }

    @Test
    void a_package_without_null_marked_is_seen() {
        assertThatThrownBy(() -> Architecture.nullMarked(bad)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_sleeping_test_is_seen() {
        assertThatThrownBy(() -> Architecture.noSleep(bad)).isInstanceOf(AssertionError.class);
    }
}
