package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Http;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.http.Wire;
import dev.sagamart.conformance.subject.Fault;
import dev.sagamart.conformance.subject.Operation;
import dev.sagamart.conformance.subject.Profile;
import dev.sagamart.conformance.subject.Target;
import dev.sagamart.conformance.subject.TokenKind;
import java.util.Locale;
import java.util.UUID;

/** One run of one case: everything that a case does to the API goes through here. */
public final class Trial implements AutoCloseable {
    private final Target target;
    private final Http http;
    private final Insisting insisting;
    private final Damage damage;

    /** Closing it repairs all that the case has broken. */
    public Trial(Target target, Http http) {
        this.target = target;
        this.http = http;
        this.insisting = new Insisting(http, target.profile());
        this.damage = new Damage(target.faults(), new Health(this));
    }

    Profile profile() {
        return target.profile();
    }

    Judge judge() {
        return new Judge(profile());
    }

    User user() {
        return user(profile().write().role());
    }

    User user(TokenKind kind) {
        String name = "kit-" + UUID.randomUUID().toString().substring(0, 13);
        return new User(name, token(name, kind));
    }

    /** @throws Skipped if such tokens are not to be had */
    String token(String name, TokenKind kind) {
        return target.tokens()
                .token(name, kind)
                .orElseThrow(() ->
                        new Skipped("no way to get a token: " + kind.name().toLowerCase(Locale.ROOT)));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** The write of the profile. */
    Request write(User user, String key) {
        return write(profile().write(), user, key);
    }

    Request write(Operation operation, User user, String key) {
        return as(user, operation.request()).header(profile().keyHeader(), key);
    }

    static Request as(User user, Request request) {
        return request.header("Authorization", "Bearer " + user.token());
    }

    /** @throws Skipped if the profile has none */
    Operation operation(String name) {
        return profile().operation(name).orElseThrow(() -> new Skipped("the profile has no " + name + ".path"));
    }

    /** @throws Skipped if the profile has none */
    String setting(String key) {
        return profile().text(key).orElseThrow(() -> new Skipped("the profile has no " + key));
    }

    Answer send(Request request) {
        return http.send(request);
    }

    Answer sendChunked(Request request) {
        return http.sendChunked(request);
    }

    Answer insist(Request request) {
        return insisting.on(request);
    }

    Wire wire() {
        return http.wire();
    }

    Effect effect(User user) {
        return new Effect(
                insisting, profile(), as(user, Request.of("GET", profile().effectPath())));
    }

    void requirePossible(Fault fault) {
        damage.requirePossible(fault);
    }

    void cause(Fault fault) {
        damage.cause(fault);
    }

    @Override
    public void close() {
        damage.repair();
    }
}
