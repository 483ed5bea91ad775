package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.oracle.Databases;
import dev.sagamart.chaos.oracle.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cluster as the oracle looks at it. */
record ClusterScene(Cluster cluster) implements Scene {
    @Override
    public Databases databases() {
        return cluster::database;
    }

    @Override
    public int redis() {
        return cluster.redis();
    }

    @Override
    public String kafka() {
        return cluster.kafka();
    }

    @Override
    public String gateway() {
        return cluster.gateways().getFirst();
    }

    @Override
    public String adminToken() {
        return cluster.mint().token("chaos-admin", true);
    }

    @Override
    public Path logs() {
        return cluster.logs();
    }

    @Override
    public Map<String, Long> services() {
        return cluster.instances().stream().collect(Collectors.toMap(name -> name, cluster::pid));
    }

    @Override
    public List<String> notReady() {
        return cluster.names().stream().filter(name -> !cluster.isReady(name)).toList();
    }

    @Override
    public void coldRestart() {
        cluster.coldRestart();
    }
}
