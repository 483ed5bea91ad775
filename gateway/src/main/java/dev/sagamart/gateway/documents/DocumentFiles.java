package dev.sagamart.gateway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Every file that is served, by its path; no path is ever turned into the name of a file. */
final class DocumentFiles {
    private static final List<String> SWAGGER_UI =
            List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "favicon-32x32.png");

    private final Map<String, Resource> files = new HashMap<>();

    DocumentFiles(String root) {
        try {
            add(root);
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }

    private void add(String root) throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        for (Resource own : resources.getResources("classpath:documents/*.*")) {
            files.put(root + "/" + own.getFilename(), own);
        }
        for (Resource document : resources.getResources("classpath:documents/openapi/*.json")) {
            files.put(root + "/openapi/" + document.getFilename(), document);
        }
        Resource page = resources.getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/index.html")[0];
        for (String name : SWAGGER_UI) {
            files.put(root + "/" + name, page.createRelative(name));
        }
    }

    Mono<Resource> find(ServerRequest request) {
        return Mono.justOrEmpty(files.get(request.path()));
    }
}
