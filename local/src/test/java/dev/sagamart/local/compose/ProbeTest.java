package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final int READY = 0;
    private static final int NOT_READY = 1;

    @TempDir
    Path folder;

    private HttpServer service;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void a_container_is_healthy_when_its_service_says_that_it_is_ready() throws Exception {
        assertThat(probe()).isEqualTo(READY);
    }

    @Test
    void it_is_not_when_the_service_says_that_it_is_not_ready() throws Exception {
        status = 503;

        assertThat(probe()).isEqualTo(NOT_READY);
    }

    @Test
    void it_is_not_when_nobody_answers() throws Exception {
        service.stop(0);

        assertThat(probe()).isEqualTo(NOT_READY);
    }

    private int probe() throws Exception {
        String source = Checkout.path("local/compose/image/Probe.java").toString();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source))
                .isZero();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx8m", "-XX:+UseSerialGC", "-cp", folder.toString(), "Probe");
        builder.environment()
                .put(
                        "MANAGEMENT_SERVER_PORT",
                        Integer.toString(service.getAddress().getPort()));
        Process process = builder.inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
