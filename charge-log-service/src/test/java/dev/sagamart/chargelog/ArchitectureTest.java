package dev.sagamart.chargelog;

import dev.sagamart.testsupport.architecture.Architecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return Architecture.ofService(ChargeLogServiceApplication.class);
    }
}
