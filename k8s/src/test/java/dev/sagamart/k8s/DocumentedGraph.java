package dev.sagamart.k8s;

import dev.sagamart.k8s.NetworkGraph.Edge;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of an overlay in {@code docs/operations/network.md}. */
final class DocumentedGraph {
    private final Collection<String> pods;

    /** @param pods the names of all pods of the overlay */
    DocumentedGraph(Collection<String> pods) {
        this.pods = pods;
    }

    Set<Edge> edges(Overlay overlay) {
        Set<Edge> edges = new TreeSet<>();
        rows(overlay).forEach(row -> addTo(edges, row));
        return edges;
    }

    private static Stream<String[]> rows(Overlay overlay) {
        String page = Repository.read(Repository.ROOT.resolve("docs/operations/network.md"));
        String chapter = page.split("## `overlays/" + overlay.label() + "`")[1].split("\n## ")[0];
        return chapter.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.substring(2).split(" *\\| *"));
    }

    private void addTo(Set<Edge> edges, String[] row) {
        for (String from : names(row[0])) {
            for (String to : names(row[1])) {
                for (String port : row[2].split(", ")) {
                    edges.add(new Edge(from, relative(to, from), port));
                }
            }
        }
    }

    private static String relative(String to, String from) {
        return switch (to) {
            case "itself" -> from;
            case "its database" -> from + "-database";
            default -> to;
        };
    }

    private List<String> names(String cell) {
        return Stream.of(cell.split(", ")).flatMap(this::group).toList();
    }

    private Stream<String> group(String name) {
        return switch (name) {
            case "every pod" -> pods.stream();
            case "all seven" -> Services.ALL.stream();
            case "the six services" -> Services.BEHIND_GATEWAY.stream();
            case "each database" -> Services.BEHIND_GATEWAY.stream().map(service -> service + "-database");
            default -> Stream.of(name);
        };
    }
}
