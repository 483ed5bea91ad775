package dev.sagamart.conformance.subject;

import java.util.Locale;
import java.util.Optional;

/** What can be done to the parts of an API: its gateway, the store of its keys, and the service that does the work. */
public enum Fault {
    STORE_RESUME,
    STORE_PAUSE(STORE_RESUME),
    STORE_START,
    STORE_KILL(STORE_START),
    STORE_FLUSH,
    GATEWAY_START,
    GATEWAY_KILL(GATEWAY_START),
    UPSTREAM_RESUME,
    UPSTREAM_PAUSE(UPSTREAM_RESUME),
    UPSTREAM_START,
    UPSTREAM_KILL(UPSTREAM_START);

    private final Optional<Fault> repair;

    Fault() {
        this.repair = Optional.empty();
    }

    Fault(Fault repair) {
        this.repair = Optional.of(repair);
    }

    /** What ends it; nothing for what is over at once. */
    public Optional<Fault> repair() {
        return repair;
    }

    /** The part that it happens to. */
    public String part() {
        return label().substring(0, label().indexOf('-'));
    }

    /** As in a profile: {@code store-pause}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
