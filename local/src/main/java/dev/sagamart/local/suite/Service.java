package dev.sagamart.local.suite;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services in the order of their ports. */
public enum Service {
    GATEWAY(8080, "gateway", null),
    POINT(8081, "point-service", "point"),
    PRODUCT(8082, "product-service", "product"),
    ORDER(8083, "order-service", "orders"),
    COUPON(8084, "coupon-service", "coupon"),
    RANKING(8085, "ranking-service", "ranking"),
    CHARGE_LOG(8086, "charge-log-service", "charge_log");

    private final int defaultPort;
    private final String module;
    private final @Nullable String database;

    Service(int defaultPort, String module, @Nullable String database) {
        this.defaultPort = defaultPort;
        this.module = module;
        this.database = database;
    }

    /** The name people use, such as {@code charge-log}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The services with these labels, or all when there are none. */
    public static Set<Service> named(Collection<String> labels) {
        Set<Service> named = EnumSet.noneOf(Service.class);
        for (String label : labels) {
            named.add(Stream.of(values())
                    .filter(service -> service.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new SuiteFailed("there is no service " + label)));
        }
        return labels.isEmpty() ? EnumSet.allOf(Service.class) : named;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The folder and the jar of the service. */
    public String module() {
        return module;
    }

    /** Its database, which is none for the gateway. */
    public @Nullable String database() {
        return database;
    }

    /** The environment variable that tells the gateway where the service is. */
    public String upstreamVariable() {
        return "SAGAMART_GATEWAY_UPSTREAMS_" + name().replace("_", "");
    }
}
