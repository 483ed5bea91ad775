package dev.sagamart.loadtests.instances;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a consumer group shares a topic.
 *
 * @param partitions per member that has any
 */
public record Sharing(String group, String topic, List<Integer> partitions) {

    public static String header() {
        return """
                | consumer group | topic | members | partitions per member |
                |---|---|--:|---|""";
    }

    public String line() {
        String each = partitions.stream().map(Object::toString).collect(Collectors.joining(", "));
        return "| %s | %s | %d | %s |".formatted(group, topic, partitions.size(), each);
    }

    /** What is wrong if each of so many instances should have its share; every topic has more partitions than that. */
    public Optional<String> error(int instances) {
        return partitions.size() == instances
                ? Optional.empty()
                : Optional.of("%s reads %s with %d members of %d instances"
                        .formatted(group, topic, partitions.size(), instances));
    }
}
