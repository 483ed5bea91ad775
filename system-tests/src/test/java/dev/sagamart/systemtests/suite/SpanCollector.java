package dev.sagamart.systemtests.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the spans of all services, as a collector of OpenTelemetry does (OTLP over HTTP), and keeps the last of them. */
public final class SpanCollector implements AutoCloseable {
    private static final int KEPT = 50_000;
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final Deque<Seen> spans = new ArrayDeque<>();

    /**
     * A span.
     *
     * @param service who worked
     * @param parent empty at the root of a trace
     */
    public record Seen(String trace, String id, String parent, String service, String name, boolean failed) {}

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new SpanCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** The spans of each trace, in the order in which they came. */
    public synchronized Map<String, List<Seen>> traces() {
        return spans.stream().collect(Collectors.groupingBy(Seen::trace));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::keep);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void keep(ResourceSpans ofOneService) {
        String service = ofOneService.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("nobody");
        ofOneService.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> seen(service, span))
                .forEach(spans::add);
        while (spans.size() > KEPT) {
            spans.remove();
        }
    }

    private static Seen seen(String service, Span span) {
        return new Seen(
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                service,
                span.getName(),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
