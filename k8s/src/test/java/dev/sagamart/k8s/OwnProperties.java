package dev.sagamart.k8s;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The properties that the sources of a module declare: components of records with {@code @ConfigurationProperties},
 * placeholders of schedules, and conditions.
 */
final class OwnProperties {
    private static final Pattern RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s*(?:public )?record \\w+\\((.*?)\\)\\s*\\{", Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("@DefaultValue\\(\"([^\"]*)\"\\)");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\((\"[^\"]*\"|[^()\"]*)\\))?");
    private static final Pattern NAMED = Pattern.compile("\"(?:\\$\\{)?(sagamart\\.[a-z.-]+)(?::[^}\"]*}|})?\"");

    private OwnProperties() {}

    /** Those of libraries count for whoever uses them. */
    static Set<String> of(String service) {
        return modules(service).stream()
                .flatMap(module -> Repository.sources(module).stream())
                .flatMap(OwnProperties::declaredIn)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those whose default is an address of this machine. */
    static Set<String> onLoopback(String service) {
        return modules(service).stream()
                .flatMap(module -> Repository.sources(module).stream())
                .flatMap(source -> RECORD.matcher(source)
                        .results()
                        .flatMap(record -> components(record.group(2))
                                .filter(component -> DEFAULT.matcher(component)
                                        .results()
                                        .anyMatch(it -> it.group(1).contains("127.0.0.1")))
                                .map(component -> record.group(1) + "." + name(component))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> modules(String service) {
        return service.equals(Services.GATEWAY)
                ? List.of(service)
                : List.of(service, "libs/messaging", "libs/service-defaults");
    }

    private static Stream<String> declaredIn(String source) {
        Stream<String> records = RECORD.matcher(source)
                .results()
                .flatMap(record ->
                        components(record.group(2)).map(component -> record.group(1) + "." + name(component)));
        Stream<String> named = source.contains("@Scheduled") || source.contains("@Conditional")
                ? NAMED.matcher(source).results().map(match -> match.group(1))
                : Stream.empty();
        return Stream.concat(records, named);
    }

    /** Such as {@code @DefaultValue("3s") Duration patience}. */
    private static Stream<String> components(String list) {
        return Stream.of(list.replace("Map<String, ", "Map<").split(",\\s*(?=@|[A-Za-z])"));
    }

    private static String name(String component) {
        String[] words = ANNOTATION.matcher(component).replaceAll("").strip().split("\\s+");
        return words[words.length - 1].replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
