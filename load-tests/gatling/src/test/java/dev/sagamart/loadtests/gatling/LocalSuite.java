package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suite of this checkout that a gateway belongs to; whose port it has, its keys make tokens. */
record LocalSuite(PortPlan ports, Path data) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    private static final String OTHERWISE = "name a file of tokens by -Dsagamart.tokens=FILE";

    /** @param data where {@code ./run} was told to keep it, if anywhere else than usual */
    static LocalSuite behind(URI gateway, @Nullable Path data) {
        int offset = gateway.getPort() - new PortPlan(0).http(Service.GATEWAY);
        if (!HERE.contains(gateway.getHost())) {
            throw new SuiteFailed(gateway + " is not on this machine: " + OTHERWISE);
        }
        try {
            SuiteOptions usual = SuiteOptions.of(SuiteOptions.findRoot(), offset);
            return new LocalSuite(usual.ports(), data == null ? usual.data() : data.toAbsolutePath());
        } catch (IllegalArgumentException noPortOfOurs) {
            throw new SuiteFailed(gateway + " has no port that ./run gives to a gateway: " + OTHERWISE);
        }
    }

    TokenMint mint() {
        if (RunningSuite.in(data).isEmpty()) {
            throw new SuiteFailed("No suite runs with its data in " + data + ": start it, or " + OTHERWISE);
        }
        return new TokenMint(SigningKeys.in(data), ports.issuerUrl(), Clock.systemUTC());
    }
}
