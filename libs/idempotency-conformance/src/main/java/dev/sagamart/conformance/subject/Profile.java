package dev.sagamart.conformance.subject;

import dev.sagamart.conformance.http.Header;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the API looks; the keys are explained in {@code profiles/sagamart.properties}. */
public final class Profile {
    private final Settings settings;

    private Profile(Settings settings) {
        this.settings = settings;
    }

    /** @param sources names of built-in profiles or paths of files; a later one overrides an earlier one */
    public static Profile of(List<String> sources) {
        var profile = new Profile(Settings.read(sources));
        profile.write();
        profile.effectPath();
        return profile;
    }

    /** The write that the cases repeat. */
    public Operation write() {
        return operation("write").orElseThrow(() -> Settings.missing("write.path"));
    }

    /** Another operation, if the profile has it. */
    public Optional<Operation> operation(String name) {
        return settings.find(name + ".path").map(path -> operation(name, path));
    }

    private Operation operation(String name, String path) {
        return new Operation(
                settings.get(name + ".method", "POST"),
                path,
                settings.get(name + ".content-type", "application/json"),
                settings.get(name + ".body", ""),
                outcome(name + ".outcome", "201"),
                TokenKind.valueOf(settings.get(name + ".role", "user").toUpperCase(Locale.ROOT)));
    }

    public String effectPath() {
        return settings.require("effect.path");
    }

    public String effectPointer() {
        return settings.require("effect.pointer");
    }

    /** By how much the number grows with each effect of the write. */
    public long effectAmount() {
        return settings.number("effect.amount", 1);
    }

    /** How long after an answer an effect may still show. */
    public Duration effectDelay() {
        return Duration.ofMillis(settings.number("effect.delay-millis", 0));
    }

    public Outcome inProgress() {
        return outcome("answer.in-progress", "409");
    }

    public Outcome reused() {
        return outcome("answer.reused", "422");
    }

    public Outcome missing() {
        return outcome("answer.missing", "400");
    }

    public Outcome malformed() {
        return outcome("answer.malformed", "400");
    }

    public Outcome unauthenticated() {
        return outcome("answer.unauthenticated", "401");
    }

    public Outcome tooLarge() {
        return outcome("answer.too-large", "413");
    }

    public Outcome unknownRequest() {
        return outcome("answer.unknown-request", "404");
    }

    private Outcome outcome(String key, String otherwise) {
        return Outcome.parse(settings.get(key, otherwise), settings.get("answer.code-pointer", "/code"));
    }

    /** The name of the header that carries the key. */
    public String keyHeader() {
        return settings.get("key.header", "Idempotency-Key");
    }

    /** Says that an answer is a replay. */
    public Optional<Header> replayed() {
        return text("answer.replayed-header").map(Header::parse);
    }

    /** Says that the store of keys was not used. */
    public Optional<Header> degraded() {
        return text("answer.degraded-header").map(Header::parse);
    }

    /** Any other text. */
    public Optional<String> text(String key) {
        return settings.find(key);
    }

    /** Any other number. */
    public int number(String key, int otherwise) {
        return Math.toIntExact(settings.number(key, otherwise));
    }

    /** How long a key is held for a request that is being worked on. */
    public Duration lease() {
        return Duration.ofMillis(settings.number("lease-millis", 10_000));
    }

    /** How long the kit goes on when answers are not final. */
    public Duration patience() {
        return Duration.ofSeconds(settings.number("patience-seconds", 60));
    }

    /** What {@code hook.…} commands can do. */
    public Faults hooks() {
        Map<Fault, Runnable> hooks = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            text("hook." + fault.label()).ifPresent(line -> hooks.put(fault, () -> ShellCommand.run(line)));
        }
        return Faults.of(hooks);
    }
}
