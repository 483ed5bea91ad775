package dev.sagamart.loadtests.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.sagamart.local.api.Api;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ClosedInjectionStep;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Visitors of one scenario: as soon as one has gone, the next one comes. Fails if one of them is refused. */
public final class ShopSimulation extends Simulation {
    private final Settings settings = Plainly.orEnd(() -> Settings.of(System.getProperties()));
    private final Api api = new Api(settings.gateway().toString());
    private @Nullable Supplier<Map<String, Object>> wishes;

    public ShopSimulation() {
        ChainBuilder visit = feed(Stream.generate(this::wish).iterator()).exec(Visits.of(settings.scenario()));
        setUp(scenario(settings.scenario().label()).exec(visit).injectClosed(arrivals()))
                .protocols(protocol())
                .assertions(
                        global().failedRequests().count().is(0L),
                        global().successfulRequests().count().gt(0L));
    }

    @Override
    public void before() {
        wishes = Plainly.orEnd(this::prepare);
    }

    @Override
    public void after() {
        api.close();
    }

    private Supplier<Map<String, Object>> prepare() {
        System.out.println("Preparing the shop at " + settings.gateway() + " for "
                + settings.scenario().label());
        Crowd crowd = Crowd.of(settings);
        Shop.requireOpen(settings.gateway(), api.as(""));
        if (settings.scenario().needsPoints()) {
            new Purses(api).fill(crowd.shoppers());
        }
        return new Wishes(crowd.shoppers(), new Shop(api.as(crowd.admin()))).of(settings.scenario());
    }

    private Map<String, Object> wish() {
        return Objects.requireNonNull(wishes).get();
    }

    private List<ClosedInjectionStep> arrivals() {
        List<ClosedInjectionStep> arrivals = new ArrayList<>();
        if (settings.ramp().isPositive()) {
            arrivals.add(rampConcurrentUsers(0).to(settings.users()).during(settings.ramp()));
        }
        arrivals.add(constantConcurrentUsers(settings.users()).during(settings.length()));
        return arrivals;
    }

    /** Connections are kept, and outlive a visit. */
    private HttpProtocolBuilder protocol() {
        return http.baseUrl(settings.gateway().toString())
                .shareConnections()
                .disableCaching()
                .disableFollowRedirect()
                .userAgentHeader("Sagamart load tests");
    }
}
