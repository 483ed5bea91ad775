package dev.sagamart.testsupport.infrastructure;

import dev.sagamart.local.infrastructure.Server;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A container that keeps its host port and its data over stop, kill and start. */
final class ContainerServer implements Server {
    private final GenericContainer<?> container;
    private final int port;
    private final Runnable afterStart;

    ContainerServer(GenericContainer<?> container, int innerPort, int port, Runnable afterStart) {
        this.container = container;
        this.port = port;
        this.afterStart = afterStart;
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + innerPort));
    }

    int port() {
        return port;
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
        afterStart.run();
    }

    @Override
    public void stop() {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public void close() {
        container.stop();
    }
}
