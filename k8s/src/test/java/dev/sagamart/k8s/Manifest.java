package dev.sagamart.k8s;

import java.util.Map;

/** One object of a rendered overlay. */
record Manifest(Map<String, Object> tree) {
    String kind() {
        return String.valueOf(tree.get("kind"));
    }

    /** Such as {@code apps/v1 Deployment}. */
    String type() {
        return tree.get("apiVersion") + " " + kind();
    }

    String name() {
        return String.valueOf(metadata().get("name"));
    }

    private Map<?, ?> metadata() {
        return (Map<?, ?>) tree.get("metadata");
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
