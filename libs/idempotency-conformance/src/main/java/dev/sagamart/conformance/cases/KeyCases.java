package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a key is. */
final class KeyCases {
    static final List<Case> ALL = List.of(
            Case.of("key-missing", "a write without a key is refused, no effect", KeyCases::missing),
            Case.of("key-malformed", "a key of another form is refused, no effect", KeyCases::malformed),
            Case.of("key-quoted", "the quoted and the bare form name the same key: one effect", KeyCases::quoted),
            Case.of("key-on-a-read", "a read does not care about keys and always tells the present", KeyCases::read));

    private KeyCases() {}

    private static String missing(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key()).without(trial.profile().keyHeader());

        Answer refused = trial.judge().is(trial.profile().missing(), trial.send(write), "without a key");

        effect.expect(0);
        return refused.status() + ", no effect";
    }

    private static String malformed(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Map<String, Request> requests = malformedWrites(trial, user);

        requests.forEach((what, write) ->
                trial.judge().is(trial.profile().malformed(), trial.send(write), "a key that is " + what));

        effect.expect(0);
        return trial.profile().malformed().status() + " for a key that is " + String.join(", ", requests.keySet())
                + "; no effect";
    }

    private static Map<String, Request> malformedWrites(Trial trial, User user) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("empty", "");
        keys.put("a list", Trial.key() + "," + Trial.key());
        keys.put("half quoted", "\"" + Trial.key());
        int shortest = trial.profile().number("key.min-length", 1);
        if (shortest > 1) {
            keys.put("too short", "k".repeat(shortest - 1));
        }
        int longest = trial.profile().number("key.max-length", 0);
        if (longest > 0) {
            keys.put("too long", "k".repeat(longest + 1));
        }
        for (String bad : trial.profile().text("key.bad-characters").stream()
                .flatMap(list -> java.util.regex.Pattern.compile("\\|").splitAsStream(list))
                .toList()) {
            keys.put("'" + bad + "'", bad);
        }
        Map<String, Request> writes = new LinkedHashMap<>();
        keys.forEach((what, key) -> writes.put(what, trial.write(user, key)));
        writes.put(
                "given twice",
                trial.write(user, Trial.key()).andHeader(trial.profile().keyHeader(), Trial.key()));
        return writes;
    }

    private static String quoted(Trial trial) {
        if (trial.profile().text("key.quoted").filter("false"::equals).isPresent()) {
            throw new Skipped("key.quoted is false in the profile");
        }
        User user = trial.user();
        Effect effect = trial.effect(user);
        String key = Trial.key();

        Answer bare = trial.judge().isFirst(trial.send(trial.write(user, key)), "bare");
        Answer quoted = trial.send(trial.write(user, "\"" + key + "\""));

        trial.judge().isReplay(bare, quoted, "quoted");
        effect.expect(1);
        return "the same answer to both, one effect";
    }

    private static String read(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        String key = Trial.key();
        List<Long> told = new ArrayList<>();

        for (String next : List.of(key, Trial.key())) {
            trial.judge().isFirst(trial.send(trial.write(user, next)), "write");
            Answer read = trial.send(effect.probe().header(trial.profile().keyHeader(), key));
            trial.judge().isNoReplay(read, "read");
            told.add(effect.times(read));
        }
        Answer malformed = trial.send(effect.probe().header(trial.profile().keyHeader(), "?"));
        Request head = effect.probe().method("HEAD");
        int headWithKey =
                trial.send(head.header(trial.profile().keyHeader(), key)).status();

        if (!told.equals(List.of(1L, 2L))) {
            throw new Failed("reads with one key told of " + told + " effects after the first and the second write");
        }
        if (malformed.status() != 200 || headWithKey != trial.send(head).status()) {
            throw new Failed("GET with a malformed key: " + malformed + ", HEAD with a key: " + headWithKey);
        }
        return "fresh numbers, a malformed key does not matter";
    }
}
