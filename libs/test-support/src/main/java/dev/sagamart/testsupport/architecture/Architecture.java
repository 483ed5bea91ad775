package dev.sagamart.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.modulith.core.ApplicationModules;

/** The architecture tests of a service, to be returned from a {@code @TestFactory}. */
public final class Architecture {
    private Architecture() {}

    /** All rules for the service of this application class, its modules included. */
    public static Stream<DynamicTest> ofService(Class<?> application) {
        return Stream.concat(
                ofPackage(application.getPackageName()),
                Stream.of(DynamicTest.dynamicTest(
                        "modules_respect_each_other",
                        () -> ApplicationModules.of(application).verify())));
    }

    /** The rules that hold for any code of ours. */
    public static Stream<DynamicTest> ofPackage(String root) {
        JavaClasses production = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(root);
        JavaClasses tests =
                new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages(root);
        Stream<DynamicTest> rules = HouseRules.of(root).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(production)));
        return Stream.concat(
                rules,
                Stream.of(
                        DynamicTest.dynamicTest(
                                "there_is_code_to_check",
                                () -> assertThat(production).isNotEmpty()),
                        DynamicTest.dynamicTest("every_package_is_null_marked", () -> nullMarked(production)),
                        DynamicTest.dynamicTest("no_test_sleeps", () -> noSleep(tests))));
    }

    static void nullMarked(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(it -> it.getPackage())
                        .filter(it -> !it.isAnnotatedWith(NullMarked.class))
                        .map(it -> it.getName())
                        .distinct())
                .as("packages without @NullMarked")
                .isEmpty();
    }

    static void noSleep(JavaClasses tests) {
        DescribedPredicate<JavaCall<?>> sleeping = DescribedPredicate.describe(
                "Thread.sleep",
                call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                        && call.getTarget().getName().equals("sleep"));
        noClasses().should().callMethodWhere(sleeping).allowEmptyShould(true).check(tests);
    }
}
