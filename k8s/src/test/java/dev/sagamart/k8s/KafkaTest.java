package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics and rights, as the contracts and the code of the services say. */
class KafkaTest {
    private static final Pattern LOOP = Pattern.compile("for topic in ([a-z.\\s\\\\]+);");
    private static final Pattern CREATED = Pattern.compile("create ([a-z.]+)( --config cleanup.policy=compact)?\n");

    @Test
    void production_has_the_topics_of_the_contracts() {
        List<KafkaTopic> topics = Overlay.PROD.all("KafkaTopic", KafkaTopic.class);

        assertThat(topics)
                .extracting(topic -> topic.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(withDeadLetters());
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "kafka");
            assertThat(topic.getSpec().getPartitions()).isEqualTo(Topics.DEFAULT_PARTITIONS);
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getSpec().getConfig()).containsEntry("min.insync.replicas", "2");
            assertThat("compact".equals(topic.getSpec().getConfig().get("cleanup.policy")))
                    .isEqualTo(Topics.compacted().contains(topic.getMetadata().getName()));
        });
    }

    @Test
    void development_creates_the_same_topics() {
        String script = Overlay.DEV
                .all("Job", Job.class)
                .getFirst()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getArgs()
                .getFirst();

        var looped = LOOP.matcher(script)
                .results()
                .flatMap(it -> Stream.of(it.group(1).strip().split("[\\s\\\\]+")));
        var created = CREATED.matcher(script).results().map(it -> it.group(1));

        assertThat(Stream.concat(looped.flatMap(it -> Stream.of(it, Topics.deadLetter(it))), created))
                .containsExactlyInAnyOrderElementsOf(withDeadLetters());
        assertThat(CREATED.matcher(script)
                        .results()
                        .filter(it -> it.group(2) != null)
                        .map(it -> it.group(1)))
                .containsExactlyInAnyOrderElementsOf(Topics.compacted());
        assertThat(script).contains("--partitions " + Topics.DEFAULT_PARTITIONS + " ");
    }

    private static List<String> withDeadLetters() {
        return Topics.all().stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetter(topic)))
                .toList();
    }

    @Test
    void each_service_may_do_with_kafka_what_its_code_does_and_nothing_else() {
        for (String service : Services.BEHIND_GATEWAY) {
            assertThat(rights(service))
                    .as(service)
                    .isEqualTo(DeclaredAccess.of(service).rights());
        }
    }

    @Test
    void who_watches_the_lag_may_read_no_record() {
        assertThat(rights("keda")).containsExactly("group * Describe", "topic * Describe");
    }

    @Test
    void nobody_else_has_rights() {
        var users = new TreeSet<>(Services.BEHIND_GATEWAY);
        users.add("keda");

        assertThat(Overlay.PROD.all("KafkaUser", KafkaUser.class))
                .extracting(user -> user.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void the_brokers_ask_everybody_who_they_are_and_create_nothing_by_themselves() {
        var kafka = Overlay.PROD.all("Kafka", Kafka.class).getFirst().getSpec().getKafka();

        assertThat(kafka.getAuthorization().getType()).isEqualTo("simple");
        assertThat(kafka.getConfig())
                .containsEntry("auto.create.topics.enable", false)
                .doesNotContainKey("allow.everyone.if.no.acl.found");
        assertThat(kafka.getListeners()).allSatisfy(listener -> {
            assertThat(listener.isTls()).isTrue();
            assertThat(listener.getAuth().getType()).isEqualTo("scram-sha-512");
            assertThat(listener.getNetworkPolicyPeers()).isNotEmpty();
        });
    }

    private static Set<String> rights(String name) {
        return Overlay.PROD.all("KafkaUser", KafkaUser.class).stream()
                .filter(user -> user.getMetadata().getName().equals(name))
                .flatMap(user -> ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls().stream())
                .flatMap(KafkaTest::rights)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rights(AclRule rule) {
        String resource = switch (rule.getResource()) {
            case AclRuleTopicResource topic -> "topic " + topic.getName();
            case AclRuleGroupResource group -> "group " + group.getName();
            default -> rule.getResource().toString();
        };
        return rule.getOperations().stream().map(operation -> resource + " " + operation.toValue());
    }
}
