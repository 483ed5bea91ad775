package dev.sagamart.conformance;

import dev.sagamart.conformance.cases.Case;
import dev.sagamart.conformance.cases.Cases;
import dev.sagamart.conformance.cases.Failed;
import dev.sagamart.conformance.cases.Skipped;
import dev.sagamart.conformance.cases.Trial;
import dev.sagamart.conformance.http.Http;
import dev.sagamart.conformance.subject.Target;
import java.time.Duration;
import java.util.List;

/** Runs cases against one API. */
public final class Kit implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final Target target;
    private final Http http;

    public Kit(Target target) {
        this.target = target;
        this.http = new Http(target.baseUri(), ANSWER_LIMIT);
    }

    public static List<Case> cases() {
        return Cases.ALL;
    }

    /** Leaves the API as it was before. */
    public Result run(Case tried) {
        try (var trial = new Trial(target, http)) {
            return result(tried, tried.run(trial), Verdict.PASS);
        } catch (Skipped reason) {
            return result(tried, reason.getMessage(), Verdict.SKIPPED);
        } catch (Failed got) {
            return result(tried, got.getMessage(), Verdict.FAIL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return result(tried, "interrupted", Verdict.FAIL);
        } catch (RuntimeException broken) {
            return result(tried, "the kit could not go on: " + broken, Verdict.FAIL);
        }
    }

    private static Result result(Case tried, String got, Verdict verdict) {
        return new Result(tried.name(), tried.expected(), got, verdict);
    }

    @Override
    public void close() {
        http.close();
    }
}
