package dev.sagamart.conformance.toy;

import dev.sagamart.conformance.subject.Fault;
import dev.sagamart.conformance.subject.Faults;
import dev.sagamart.conformance.subject.Profile;
import dev.sagamart.conformance.subject.Target;
import dev.sagamart.conformance.subject.TokenKind;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole: gateway, store and service, which can be disturbed one by one. */
public final class ToyApi implements AutoCloseable {
    private final Set<Flaw> flaws;
    private final ToyStore store;
    private final ToyService service;
    private ToyGateway gateway;

    public ToyApi(Set<Flaw> flaws) {
        this.flaws = flaws;
        this.store = new ToyStore(flaws);
        this.service = new ToyService(flaws);
        this.gateway = new ToyGateway(0, flaws, store, service);
    }

    public Target target() {
        return new Target(
                URI.create("http://localhost:" + gateway.port()),
                (user, kind) -> Optional.of((kind == TokenKind.EXPIRED ? "expired." : "good.") + user),
                Profile.of(List.of("toy")),
                faults());
    }

    private Faults faults() {
        int port = gateway.port();
        Map<Fault, Runnable> faults = new EnumMap<>(Fault.class);
        faults.put(Fault.STORE_PAUSE, () -> store.away(true));
        faults.put(Fault.STORE_RESUME, () -> store.away(false));
        faults.put(Fault.STORE_KILL, store::kill);
        faults.put(Fault.STORE_START, () -> store.away(false));
        faults.put(Fault.STORE_FLUSH, store::flush);
        faults.put(Fault.UPSTREAM_PAUSE, () -> service.pause(true));
        faults.put(Fault.UPSTREAM_RESUME, () -> service.pause(false));
        faults.put(Fault.UPSTREAM_KILL, service::kill);
        faults.put(Fault.UPSTREAM_START, service::start);
        faults.put(Fault.GATEWAY_KILL, this::killGateway);
        faults.put(Fault.GATEWAY_START, () -> gateway = new ToyGateway(port, flaws, store, service));
        return Faults.of(faults);
    }

    private void killGateway() {
        gateway.kill();
        if (flaws.contains(Flaw.FORGETS_WHEN_KILLED)) {
            store.flush();
        }
    }

    @Override
    public void close() {
        gateway.kill();
    }
}
