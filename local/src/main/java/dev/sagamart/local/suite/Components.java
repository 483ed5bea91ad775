package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.RedisServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes of a suite by name: started servers first, stopped gateway first. */
final class Components {
    private final Progress progress;
    private final PostgresServer postgres;
    private final List<ServiceProcess> processes;
    private final List<Component> servers;
    private final List<Component> services;

    Components(SuiteOptions options, Topology topology, Progress progress) {
        this.progress = progress;
        PortPlan ports = options.ports();
        this.postgres = new PostgresServer(options.data(), ports.postgres(), PostgresServer.Durability.DURABLE);
        var kafka =
                new KafkaServer(options.data(), ports.kafka(), ports.kafkaController(), List.of(), topology.detours());
        var redis = new RedisServer(options.data(), ports.redis());
        this.servers = List.of(
                new Component("kafka", ports.kafka(), kafka),
                new Component("postgres", ports.postgres(), postgres),
                new Component("redis", ports.redis(), redis));
        var settings = new ServiceSettings(ports, postgres);
        Map<Service, Application> applications = new EnumMap<>(Service.class);
        this.processes = topology.instances().stream()
                .map(instance -> new ServiceProcess(
                        instance,
                        applications.computeIfAbsent(instance.service(), service -> new Application(service, options)),
                        options.data(),
                        settings.of(instance)))
                .toList();
        this.services = processes.stream()
                .map(process -> new Component(
                        process.instance().name(), process.instance().port(), process))
                .toList();
    }

    PostgresServer postgres() {
        return postgres;
    }

    List<ServiceProcess> processes() {
        return processes;
    }

    List<ComponentStatus> status() {
        return all().map(Component::status).toList();
    }

    void startServers() {
        Waves.forEach(servers, servers.size(), this::start);
    }

    /** As many at a time as there are cores. */
    void startServices() {
        Waves.forEach(services, Runtime.getRuntime().availableProcessors(), this::start);
    }

    /** Stopping is what an interrupt asks for, so it must not be cut short by one. */
    void stopAll() {
        boolean interrupted = Thread.interrupted();
        Predicate<Component> gateway = component -> component.isOf(Service.GATEWAY);
        Waves.forEach(services.stream().filter(gateway).toList(), 2, this::stop);
        Waves.forEach(services.stream().filter(gateway.negate()).toList(), services.size(), this::stop);
        Waves.forEach(servers, 1, this::stop);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws SuiteFailed if there is no such process */
    Component named(String name) {
        return all().filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteFailed("there is no process " + name + ", only "
                        + all().map(Component::name).collect(Collectors.joining(", "))));
    }

    void start(Component component) {
        long begin = System.nanoTime();
        component.server().start();
        progress.ready(component.name(), component.port(), since(begin));
    }

    void stop(Component component) {
        if (component.server().isRunning()) {
            long begin = System.nanoTime();
            component.server().stop();
            progress.stopped(component.name(), since(begin));
        }
    }

    private Stream<Component> all() {
        return Stream.concat(servers.stream(), services.stream());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
