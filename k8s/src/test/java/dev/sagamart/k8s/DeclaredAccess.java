package dev.sagamart.k8s;

import dev.sagamart.contracts.Topics;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a service needs of Kafka, read off its code: where it listens, as which group, and where it sends. Whoever
 * listens also buries and reads dead letters, and replays them on the topic.
 */
final class DeclaredAccess {
    private static final Pattern LISTENS = Pattern.compile("String topic\\(\\) \\{\\s*return Topics\\.(\\w+);");
    private static final Pattern GROUP = Pattern.compile("String group\\(\\) \\{\\s*return (\"[^\"]+\"|\\w+);");
    private static final Pattern TAKES_COMMANDS =
            Pattern.compile("new CommandSubscription<>\\(\\s*Topics\\.(\\w+),\\s*\"([^\"]+)\"");
    private static final Pattern SENDS =
            Pattern.compile("(?:Outgoing\\.of\\(|new Outgoing\\([^;]*?)\\s*Topics\\.(\\w+)");

    private final Set<String> rights = new TreeSet<>();
    private final Set<String> subscriptions = new TreeSet<>();

    private DeclaredAccess() {}

    static DeclaredAccess of(String service) {
        var access = new DeclaredAccess();
        Repository.sources(service).forEach(access::read);
        return access;
    }

    /** Such as {@code topic order.events Read}. */
    Set<String> rights() {
        return rights;
    }

    /** Such as {@code order.events in ranking-service-sales}. */
    Set<String> subscriptions() {
        return subscriptions;
    }

    private void read(String source) {
        LISTENS.matcher(source).results().forEach(it -> listens(topic(it.group(1)), group(source)));
        TAKES_COMMANDS.matcher(source).results().forEach(it -> {
            listens(topic(it.group(1)), it.group(2));
            sends(Topics.ORDER_REPLIES);
        });
        SENDS.matcher(source).results().forEach(it -> sends(topic(it.group(1))));
    }

    private void listens(String topic, String group) {
        String letters = Topics.deadLetter(topic);
        rights.add("topic " + topic + " Read");
        rights.add("topic " + letters + " Read");
        rights.add("group " + group + " Read");
        sends(letters);
        sends(topic);
        subscriptions.add(topic + " in " + group);
    }

    private void sends(String topic) {
        rights.add("topic " + topic + " Write");
    }

    private static String group(String source) {
        var found = GROUP.matcher(source);
        if (!found.find()) {
            throw new AssertionError("a listener without group:\n" + source);
        }
        String group = found.group(1);
        var constant = Pattern.compile("String " + Pattern.quote(group) + " = (\"[^\"]+\");")
                .matcher(source);
        return (constant.find() ? constant.group(1) : group).replace("\"", "");
    }

    private static String topic(String constant) {
        try {
            return (String) Topics.class.getField(constant).get(null);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }
}
