package dev.sagamart.testsupport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules for production code; each is seen red on purpose in this module's own tests. */
final class HouseRules {
    private static final String CONTRACT_USERS = ".*(Listener|Saga|Coordinator|Feed|Commands|Participant)";

    private HouseRules() {}

    /** The rules by name, for the code below a root package. */
    static Map<String, ArchRule> of(String root) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("entities_are_not_public", notPublic("jakarta.persistence.Entity"));
        rules.put("controllers_are_not_public", notPublic("org.springframework.web.bind.annotation.RestController"));
        rules.put(
                "repositories_are_not_public",
                notPublic(assignableTo("org.springframework.data.repository.Repository")));
        rules.put(
                "listeners_are_not_public",
                notPublic(assignableTo("dev.sagamart.messaging.listening.Subscription")
                        .and(not(resideInAPackage("dev.sagamart.messaging..")))));
        rules.put("configurations_are_not_public", notPublic("org.springframework.context.annotation.Configuration"));
        rules.put("contracts_stay_at_the_edge", contractsAtTheEdge(root));
        rules.put("only_messaging_knows_kafka_templates", onlyMessagingKnowsKafkaTemplates());
        rules.put("time_comes_from_the_clock", timeFromTheClock());
        rules.put("nothing_is_injected_into_fields", noFieldInjection());
        rules.put("configuration_properties_are_records", propertiesAreRecords());
        rules.put("json_is_jackson_3", jackson3());
        rules.put("packages_say_what_the_business_does", packageNames());
        rules.put("names_are_not_patterns", classNames());
        rules.put("entities_have_no_setters", noSetters());
        rules.put(
                "modules_have_no_cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true));
        rules.put("nobody_knows_another_service", nobodyKnowsAnotherService(root));
        return rules;
    }

    private static ArchRule notPublic(String annotation) {
        return notPublic(DescribedPredicate.describe(
                "annotated with " + annotation,
                it -> it.isAnnotatedWith(annotation)
                        && !it.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")));
    }

    private static ArchRule notPublic(DescribedPredicate<? super JavaClass> kind) {
        return classes().that(kind).should().notBePublic().allowEmptyShould(true);
    }

    private static ArchRule contractsAtTheEdge(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .haveNameNotMatching(CONTRACT_USERS + "(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sagamart.contracts.*.."))
                .because("a contract must be free to grow without touching the model")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyMessagingKnowsKafkaTemplates() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.sagamart.messaging..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.kafka.core.KafkaTemplate")
                .allowEmptyShould(true);
    }

    private static ArchRule timeFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .because("time is an input: inject a " + Clock.class.getSimpleName())
                .allowEmptyShould(true);
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .allowEmptyShould(true);
    }

    private static ArchRule propertiesAreRecords() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .should()
                .beRecords()
                .allowEmptyShould(true);
    }

    private static ArchRule jackson3() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .allowEmptyShould(true);
    }

    private static ArchRule packageNames() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..", "..service..", "..dto..", "..util..", "..utils..", "..common..", "..impl..")
                .allowEmptyShould(true);
    }

    private static ArchRule classNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Mapper|[a-z]Service)")
                .allowEmptyShould(true);
    }

    private static ArchRule noSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true);
    }

    private static ArchRule nobodyKnowsAnotherService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sagamart..")
                        .and(not(resideInAPackage(root + "..")))
                        .and(not(resideInAPackage("dev.sagamart.contracts..")))
                        .and(not(resideInAPackage("dev.sagamart.messaging..")))
                        .and(not(resideInAPackage("dev.sagamart.defaults.."))))
                .allowEmptyShould(true);
    }
}
