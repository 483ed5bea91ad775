package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.grouping.GroupCommit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link RequestKeys} with group commit. What cannot be done in a group (a key that is known already) is done alone. The
 * effects of a group run in the order of their users, so an effect may lock what belongs to its user and nothing else.
 */
public final class GroupedRequests {
    private static final Comparator<GroupMember> BY_USER =
            Comparator.comparing(member -> member.key().userId());

    private final RequestKeys alone;
    private final RequestKeyRows rows;
    private final GroupCommit<GroupMember, Optional<StoredAnswer>> commits;

    GroupedRequests(RequestKeys alone, RequestKeyRows rows, TransactionOperations transactions) {
        this.alone = alone;
        this.rows = rows;
        this.commits = new GroupCommit<>(
                group -> Objects.requireNonNull(transactions.execute(status -> inTransaction(group))));
    }

    /**
     * As {@link RequestKeys#once}.
     *
     * @param preparation fetches what can be fetched for all users of a group at once, before their effects; the same
     *     object for all requests of its kind
     */
    public ResponseEntity<String> once(
            RequestKey key, Object request, Consumer<Set<String>> preparation, Supplier<Answer> effect) {
        var member = GroupMember.of(key, alone.fingerprint(key, request), preparation, effect);
        return commits.join(member).map(StoredAnswer::toResponse).orElseGet(() -> alone.once(key, request, effect));
    }

    /** Nothing for those whose key is known already, and for all but the first of those with the same. */
    private List<Optional<StoredAnswer>> inTransaction(List<GroupMember> group) {
        Set<RequestKey> claimed =
                rows.insert(group.stream().map(GroupMember::claim).toList());
        prepare(group, claimed);
        var answers = new LinkedHashMap<RequestKey, StoredAnswer>();
        group.stream().sorted(BY_USER).forEach(member -> {
            if (claimed.contains(member.key()) && !answers.containsKey(member.key())) {
                answers.put(member.key(), member.run(alone::render));
            }
        });
        rows.complete(answers);
        return firstOfEachKey(group, answers);
    }

    private static void prepare(List<GroupMember> group, Set<RequestKey> claimed) {
        group.stream()
                .filter(member -> claimed.contains(member.key()))
                .collect(Collectors.groupingBy(
                        GroupMember::preparation,
                        Collectors.mapping(member -> member.key().userId(), Collectors.toSet())))
                .forEach(Consumer::accept);
    }

    private static List<Optional<StoredAnswer>> firstOfEachKey(
            List<GroupMember> group, Map<RequestKey, StoredAnswer> answers) {
        return group.stream()
                .map(member -> Optional.ofNullable(answers.remove(member.key())))
                .toList();
    }
}
