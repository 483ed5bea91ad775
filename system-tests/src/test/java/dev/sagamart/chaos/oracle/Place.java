package dev.sagamart.chaos.oracle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Servers without services. */
final class Place implements Scene {
    private final Ledgers ledgers;
    private final int redis;
    private final String kafka;
    List<String> notReady = List.of();

    Place(Ledgers ledgers, int redis, String kafka) {
        this.ledgers = ledgers;
        this.redis = redis;
        this.kafka = kafka;
    }

    @Override
    public Databases databases() {
        return ledgers::open;
    }

    @Override
    public int redis() {
        return redis;
    }

    @Override
    public String kafka() {
        return kafka;
    }

    @Override
    public String gateway() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String adminToken() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path logs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> services() {
        return Map.of("test", ProcessHandle.current().pid());
    }

    @Override
    public List<String> notReady() {
        return notReady;
    }

    @Override
    public void coldRestart() {
        throw new UnsupportedOperationException();
    }
}
