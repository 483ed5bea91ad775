package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How each of the seven is run. */
class WorkloadTest {
    @ParameterizedTest
    @EnumSource
    void all_seven_are_deployed(Overlay overlay) {
        assertThat(Deployments.in(overlay))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(Services.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void each_is_asked_whether_it_has_started_and_lives_and_is_ready(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            Container container = Deployments.container(deployment);
            assertProbe(container.getStartupProbe(), "/actuator/health/liveness");
            assertProbe(container.getLivenessProbe(), "/actuator/health/liveness");
            assertProbe(container.getReadinessProbe(), "/actuator/health/readiness");
            Probe startup = container.getStartupProbe();
            assertThat(startup.getFailureThreshold() * startup.getPeriodSeconds())
                    .as("seconds that %s may start", container.getImage())
                    .isGreaterThanOrEqualTo(60);
        }
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe).isNotNull();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
    }

    @ParameterizedTest
    @EnumSource
    void each_asks_for_what_it_needs_and_its_processors_are_not_throttled(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            var resources = Deployments.container(deployment).getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).doesNotContainKey("cpu");
            assertThat(resources.getLimits())
                    .containsEntry("memory", resources.getRequests().get("memory"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_has_an_account_without_token(Overlay overlay) {
        var accounts = overlay.all("ServiceAccount", ServiceAccount.class);
        for (Deployment deployment : Deployments.in(overlay)) {
            String name = deployment.getMetadata().getName();
            assertThat(Deployments.pod(deployment).getServiceAccountName()).isEqualTo(name);
            assertThat(Deployments.pod(deployment).getAutomountServiceAccountToken())
                    .isFalse();
            assertThat(Deployments.pod(deployment).getEnableServiceLinks()).isFalse();
            assertThat(accounts)
                    .filteredOn(account -> account.getMetadata().getName().equals(name))
                    .singleElement()
                    .matches(account -> !account.getAutomountServiceAccountToken());
        }
        assertThat(overlay.manifests()).noneMatch(manifest -> manifest.kind().startsWith("Role"));
    }

    @ParameterizedTest
    @EnumSource
    void each_is_found_under_its_name(Overlay overlay) {
        var services = overlay.all("Service", Service.class);
        for (Deployment deployment : Deployments.in(overlay)) {
            assertThat(services)
                    .filteredOn(service -> Deployments.selects(service.getSpec().getSelector(), deployment))
                    .singleElement()
                    .satisfies(service -> {
                        assertThat(service.getMetadata().getName())
                                .isEqualTo(deployment.getMetadata().getName());
                        assertThat(service.getSpec().getPorts())
                                .allMatch(port -> Deployments.container(deployment).getPorts().stream()
                                        .anyMatch(open -> open.getContainerPort()
                                                        .equals(port.getPort())
                                                && port.getTargetPort().equals(new IntOrString(open.getName()))));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_image_is_of_a_named_release(Overlay overlay) {
        for (Deployment deployment : Deployments.in(overlay)) {
            assertThat(Deployments.container(deployment).getImage())
                    .matches(".*/" + deployment.getMetadata().getName() + "(:[\\w.-]+|@sha256:[0-9a-f]{64})")
                    .doesNotEndWith(":latest");
        }
    }
}
