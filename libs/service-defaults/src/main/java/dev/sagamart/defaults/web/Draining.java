package dev.sagamart.defaults.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;

/**
 * Before a service stops, its callers let go of their connections: it takes no new one, and every answer ends its own. One
 * that the stop itself ended might be met by a request that is on its way, which would get no answer.
 */
final class Draining implements SmartLifecycle {
    private final Supplier<@Nullable WebServer> server;
    private final Duration length;
    private volatile boolean running;

    /** @param length how long calls are answered before the stop goes on; kept connections that nobody uses stay till then */
    Draining(Supplier<@Nullable WebServer> server, Duration length) {
        this.server = server;
        this.length = length;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable drained) {
        stop();
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS)
                .execute(drained);
    }

    @Override
    public void stop() {
        running = false;
        if (server.get() instanceof TomcatWebServer tomcat) {
            for (Connector connector : tomcat.getTomcat().getService().findConnectors()) {
                connector.getProtocolHandler().closeServerSocketGraceful(); // ends keep-alive, too
            }
        }
    }

    /** The door opens once. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
