package dev.sagamart.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a cluster gets: an overlay as Kustomize renders it, or, where there is no Kustomize, as it did the last time. */
enum Overlay {
    DEV,
    PROD;

    private List<Manifest> manifests = List.of();

    Path folder() {
        return Repository.K8S.resolve("overlays").resolve(label());
    }

    /** The committed rendering. */
    Path snapshot() {
        return Repository.K8S.resolve("rendered").resolve(label() + ".yaml");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Manifest> manifests() {
        if (manifests.isEmpty()) {
            manifests = parse(Kustomize.render(folder()).orElseGet(() -> Repository.read(snapshot())));
        }
        return manifests;
    }

    Stream<Manifest> manifests(String kind) {
        return manifests().stream().filter(manifest -> manifest.kind().equals(kind));
    }

    /** All objects of a kind, read strictly. */
    <T> List<T> all(String kind, Class<T> model) {
        return manifests(kind)
                .map(manifest -> StrictReader.read(manifest, model))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Manifest> parse(String documents) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(documents).spliterator(), false)
                .map(tree -> new Manifest((Map<String, Object>) tree))
                .toList();
    }
}
