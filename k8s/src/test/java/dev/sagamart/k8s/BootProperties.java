package dev.sagamart.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The properties of Spring Boot and Spring Cloud, from the metadata of the jars that a service has. */
final class BootProperties {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** By parts of the names of their jars. */
    private static final List<String> NOT_OF_THE_GATEWAY = List.of("-kafka", "-jdbc", "-flyway", "-jpa", "-hibernate");

    private static final List<String> ONLY_OF_THE_GATEWAY = List.of("spring-cloud");

    private BootProperties() {}

    /** Property names; one that takes a map ends with a dot. */
    static Set<String> of(String service) {
        List<String> foreign = service.equals(Services.GATEWAY) ? NOT_OF_THE_GATEWAY : ONLY_OF_THE_GATEWAY;
        Set<String> names = new TreeSet<>();
        try {
            for (URL metadata :
                    Collections.list(BootProperties.class.getClassLoader().getResources(METADATA))) {
                if (foreign.stream().noneMatch(jar(metadata)::contains)) {
                    read(metadata, names);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }

    private static String jar(URL metadata) {
        String path = metadata.getPath();
        String jar = path.substring(0, path.indexOf("!/"));
        return jar.substring(jar.lastIndexOf('/'));
    }

    private static void read(URL metadata, Set<String> names) throws IOException {
        for (JsonNode property : new ObjectMapper().readTree(metadata).get("properties")) {
            boolean isMap = property.path("type").asText().startsWith("java.util.Map");
            names.add(property.get("name").asText() + (isMap ? "." : ""));
        }
    }
}
