package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.problem.ProblemDocuments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs each write once per request key. The key, the effect and the outcome are one transaction, so a retry gets the
 * first outcome even if the gateway has forgotten everything; a concurrent duplicate waits for the first to commit.
 */
public final class RequestKeys {
    private final RequestKeyRows rows;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final ProblemDocuments problems;

    RequestKeys(RequestKeyRows rows, TransactionOperations transactions, JsonMapper json, ProblemDocuments problems) {
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
        this.problems = problems;
    }

    /**
     * Answers with the outcome of the effect, or with the outcome it had the first time.
     *
     * @param request what was asked for; another request under the same key is refused with 422
     */
    public ResponseEntity<String> once(RequestKey key, Object request, Supplier<Answer> effect) {
        return Objects.requireNonNull(transactions.execute(status -> inTransaction(key, request, effect)))
                .toResponse();
    }

    private StoredAnswer inTransaction(RequestKey key, Object request, Supplier<Answer> effect) {
        byte[] fingerprint = fingerprint(key, request);
        if (!rows.insert(key, fingerprint)) {
            return earlier(key, fingerprint)
                    .answer()
                    .orElseThrow(() -> CommonProblems.inProgress().asException());
        }
        StoredAnswer answer = render(effect.get());
        rows.complete(key, answer);
        return answer;
    }

    /**
     * Ties keys to the resources that the current transaction creates.
     *
     * @return in the order of the ties: the resource that the key is tied to already, or nothing if this is its first
     */
    public List<Optional<UUID>> tie(List<Tie> ties) {
        List<KeyClaim> claims = ties.stream()
                .map(tie -> new KeyClaim(tie.key(), fingerprint(tie.key(), tie.request()), tie.resource()))
                .toList();
        Set<RequestKey> claimed = rows.insert(claims);
        return claims.stream()
                .map(claim -> claimed.remove(claim.key())
                        ? Optional.<UUID>empty()
                        : Optional.ofNullable(
                                earlier(claim.key(), claim.fingerprint()).resource()))
                .toList();
    }

    private RequestKeyRow earlier(RequestKey key, byte[] fingerprint) {
        RequestKeyRow earlier = rows.find(key);
        if (!earlier.isFor(fingerprint)) {
            throw CommonProblems.keyReused().asException();
        }
        return earlier;
    }

    byte[] fingerprint(RequestKey key, Object request) {
        return Fingerprint.of(key, json.writeValueAsBytes(request));
    }

    StoredAnswer render(Answer answer) {
        Object body = answer.body() instanceof Problem problem ? problems.document(problem) : answer.body();
        return new StoredAnswer(
                answer.status().value(),
                answer.location() == null ? null : answer.location().toString(),
                json.writeValueAsString(body));
    }
}
