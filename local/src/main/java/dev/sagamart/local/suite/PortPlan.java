package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.TokenIssuer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which port belongs to whom; all of them move together.
 *
 * @param offset added to every default port, 0..50000
 */
public record PortPlan(int offset) {
    private static final int MANAGEMENT_DISTANCE = 1000;
    private static final int MAX_OFFSET = 50_000;

    public PortPlan {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("the port offset is 0.." + MAX_OFFSET + ": " + offset);
        }
    }

    public int http(Service service) {
        return service.defaultPort() + offset;
    }

    public int management(Service service) {
        return http(service) + MANAGEMENT_DISTANCE;
    }

    public int issuer() {
        return 8090 + offset;
    }

    public int postgres() {
        return 5433 + offset;
    }

    public int redis() {
        return 6380 + offset;
    }

    public int kafka() {
        return 9094 + offset;
    }

    /** Used inside the broker only. */
    public int kafkaController() {
        return 9095 + offset;
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + http(service);
    }

    public String issuerUrl() {
        return TokenIssuer.issuer(issuer());
    }

    /** Every port with the name of the process that wants it. */
    public Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(postgres(), "postgres");
        all.put(redis(), "redis");
        all.put(kafka(), "kafka");
        all.put(kafkaController(), "kafka (controller)");
        all.put(issuer(), "token issuer");
        for (Service service : Service.values()) {
            all.put(http(service), service.label());
            all.put(management(service), service.label() + " (management)");
        }
        return all;
    }
}
