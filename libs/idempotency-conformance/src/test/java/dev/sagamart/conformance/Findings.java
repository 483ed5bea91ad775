package dev.sagamart.conformance;

import dev.sagamart.conformance.toy.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which cases find which flaw. */
final class Findings {
    /** More than these many cases say little about what is wrong. */
    private static final int FEW = 9;

    private static final List<String> NO_SECOND_LINE = List.of(
            "gateway-killed-while-processing",
            "store-paused",
            "store-killed",
            "store-flushed",
            "store-flushed-amid-duplicates",
            "store-flushed-while-processing");

    private static final List<String> ALL_THAT_REPLAY = List.of(
            "key-quoted",
            "replay",
            "expired-token",
            "other-body",
            "other-white-space",
            "other-query",
            "other-user",
            "other-endpoint",
            "duplicates",
            "burst",
            "large-body",
            "hang-up-after-sending");

    private Findings() {}

    static List<String> of(Flaw flaw) {
        return switch (flaw) {
            case FORGETFUL_SERVICE -> NO_SECOND_LINE;
            case FORGETS_WHEN_KILLED -> and(NO_SECOND_LINE, "gateway-killed-after-answering");
            case STORE_IN_MEMORY -> and(NO_SECOND_LINE, "store-restarted");
            case LEASE_RUNS_OUT -> and(NO_SECOND_LINE, "slow-upstream");
            case CHECKS_THEN_ACTS -> and(NO_SECOND_LINE, "duplicates", "burst");
            case NO_FINGERPRINT -> List.of("other-body", "other-white-space", "other-query");
            case FREES_WHAT_IS_ANOTHERS -> List.of("store-flushed-while-processing");
            case IGNORES_USER -> List.of("other-user", "request-processing");
            case IGNORES_ENDPOINT -> List.of("other-endpoint");
            case CALLS_ON_REPLAY ->
                and(
                        and(ALL_THAT_REPLAY, NO_SECOND_LINE.toArray(String[]::new)),
                        "hang-up-while-processing",
                        "request-processing",
                        "slow-upstream",
                        "gateway-killed-after-answering",
                        "store-restarted");
            case UNMARKED_REPLAYS ->
                and(
                        ALL_THAT_REPLAY,
                        "replay-of-a-refusal",
                        "text-in-segments",
                        "text-in-chunks",
                        "hang-up-while-processing");
            case REPLAYS_COOKIES -> and(ALL_THAT_REPLAY, "replay-of-a-refusal", "text-in-segments", "text-in-chunks");
            case DECODES_BUFFERS -> List.of("text-in-segments", "text-in-chunks");
            case LOST_WITH_THE_CLIENT -> List.of("hang-up-while-processing");
            case TAKES_HALF_A_BODY -> List.of("hang-up-while-sending");
            case BELIEVES_IN_LENGTHS -> List.of("oversize-body");
            case SMALLER_THAN_PROMISED -> List.of("large-body");
            case KEEPS_FAILURES -> List.of("upstream-away", "upstream-killed-while-processing");
            case KEEPS_MISTAKES -> List.of("refused-as-wrong");
            case FORGETS_REFUSALS -> List.of("replay-of-a-refusal");
            case TAKES_OLD_TOKENS -> List.of("expired-token");
            case NEEDS_NO_KEY -> List.of("key-missing");
            case TAKES_ANY_KEY -> List.of("key-malformed");
            case QUOTES_COUNT -> List.of("key-quoted");
            case KEYS_ON_READS -> List.of("key-on-a-read");
            case SILENTLY_DEGRADED -> List.of("store-paused", "store-killed");
            case TELLS_ANYBODY -> List.of("request-of-another-user");
            case TELLS_NO_PLACE -> List.of("request-completed");
            case TELLS_FROM_THE_STORE -> List.of("request-after-flush");
            case SILENT_WHILE_WORKING -> List.of("request-processing");
        };
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    /** All that are among a few to find something; and the plainest one, which all flaws of replays find. */
    static Set<String> bySharpCases() {
        Set<String> sharp = new TreeSet<>(Set.of("replay", "hang-up-after-sending"));
        Stream.of(Flaw.values())
                .map(Findings::of)
                .filter(cases -> cases.size() <= FEW)
                .forEach(sharp::addAll);
        return sharp;
    }
}
