package dev.sagamart.local.cli;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.control.ControlServer;
import dev.sagamart.local.demo.DemoData;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The life of a suite in this JVM, from the first process to the last. */
final class ForegroundRun {
    private final Where where;
    private final Terminal terminal = new Terminal();

    ForegroundRun(Where where) {
        this.where = where;
    }

    int run(Suite.StartMode mode, Set<Service> services) {
        var lifetime = new Lifetime();
        try {
            startAndStay(mode, services, lifetime);
            return 0;
        } catch (RuntimeException failure) {
            if (lifetime.endWasAskedFor()) {
                return 0;
            }
            throw failure;
        } finally {
            lifetime.finished();
        }
    }

    private void startAndStay(Suite.StartMode mode, Set<Service> services, Lifetime lifetime) {
        long begin = System.nanoTime();
        SuiteOptions options = where.options();
        terminal.print("Starting Sagamart, data in " + options.data());
        Suite suite = Suite.start(options, mode, services, terminal);
        try (suite) {
            if (services.containsAll(EnumSet.of(Service.GATEWAY, Service.PRODUCT, Service.COUPON))) {
                loadDemoData(suite);
            }
            var control = ControlServer.start(suite);
            double took = Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin));
            terminal.print(String.format(Locale.ROOT, "Ready after %.1f s.%n", took));
            terminal.print(Welcome.text(suite, where.arguments()));
            suite.trainForNextStart();
            lifetime.awaitEnd();
            terminal.print("\nStopping");
            lifetime.endWasAskedFor();
            control.close();
        }
    }

    private void loadDemoData(Suite suite) {
        try (var api = new Api(suite.gatewayUrl())) {
            if (new DemoData(api.as(suite.token("demo-admin", true))).load()) {
                terminal.note("demo data loaded: 20 products, two campaigns");
            }
        }
    }
}
