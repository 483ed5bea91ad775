package dev.sagamart.chaos.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.faultagent.CrashPoint;
import dev.sagamart.faultagent.ErrorPoint;
import dev.sagamart.faultagent.FitCheck;
import dev.sagamart.faultagent.Mutant;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPlacesIT {
    private static final List<String> SERVICES = List.of(
            "gateway",
            "point-service",
            "product-service",
            "order-service",
            "coupon-service",
            "ranking-service",
            "charge-log-service");

    @TempDir
    Path folder;

    private static ServiceJar jar(String service) {
        return new ServiceJar(
                SuiteOptions.findRoot().resolve(service).resolve("target").resolve(service + ".jar"));
    }

    @Test
    void every_crash_point_and_every_defect_still_has_its_place_in_the_services() throws IOException {
        Set<String> found = new HashSet<>();
        for (String service : SERVICES) {
            try (URLClassLoader application = jar(service).unpackedTo(folder.resolve(service))) {
                assertThat(FitCheck.complaints(application)).as(service).isEmpty();
                found.addAll(FitCheck.found(application));
            }
        }

        assertThat(found)
                .containsAll(Stream.of(CrashPoint.values(), ErrorPoint.values(), Mutant.values())
                        .flatMap(Stream::of)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void no_service_has_the_agent_in_it() throws IOException {
        for (String service : SERVICES) {
            assertThat(jar(service).libraries())
                    .as(service)
                    .hasSizeGreaterThan(20)
                    .noneMatch(library -> library.contains("fault-agent"));
        }
    }
}
