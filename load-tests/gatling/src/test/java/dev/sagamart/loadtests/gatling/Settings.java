package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.suite.SuiteFailed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a run is like, as system properties say.
 *
 * @param gateway its origin
 * @param users how many visit at the same time
 * @param length of full load
 * @param ramp how long it takes until all users are there; zero is at once
 * @param tokens a file of them, if they are not to be minted
 * @param data of the local suite, if not at its usual place
 */
record Settings(
        URI gateway,
        Scenario scenario,
        int users,
        Duration length,
        Duration ramp,
        @Nullable Path tokens,
        @Nullable Path data) {
    private static final String PREFIX = "sagamart.";
    private static final int MOST_USERS = 100_000;
    private static final int MOST_SECONDS = 86_400;

    /** The last one is for the build. */
    private static final List<String> KNOWN =
            List.of("url", "scenario", "users", "seconds", "ramp", "tokens", "data", "root");

    static Settings of(Properties properties) {
        refuseUnknown(properties);
        return new Settings(
                origin(text(properties, "url", "http://localhost:8080")),
                Scenario.labelled(text(properties, "scenario", Scenario.STORY.label())),
                number(properties, "users", "64", 1, MOST_USERS),
                Duration.ofSeconds(number(properties, "seconds", "60", 1, MOST_SECONDS)),
                Duration.ofSeconds(number(properties, "ramp", "5", 0, MOST_SECONDS)),
                path(properties, "tokens"),
                path(properties, "data"));
    }

    private static void refuseUnknown(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name.substring(PREFIX.length()))) {
                List<String> known = KNOWN.subList(0, KNOWN.size() - 1);
                throw new SuiteFailed(
                        "There is no property " + name + "; there are " + PREFIX + String.join(", " + PREFIX, known));
            }
        }
    }

    private static URI origin(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && List.of("", "/").contains(uri.getRawPath())) {
                return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
            }
        } catch (IllegalArgumentException malformed) {
            // as any other text that is no origin
        }
        throw new SuiteFailed(
                PREFIX + "url wants the origin of a gateway, such as http://localhost:8080, and not " + url);
    }

    private static int number(Properties properties, String name, String otherwise, int least, int most) {
        String text = text(properties, name, otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // as a number out of range
        }
        throw new SuiteFailed(
                PREFIX + name + " wants a whole number from " + least + " to " + most + ", and not " + text);
    }

    private static @Nullable Path path(Properties properties, String name) {
        String text = text(properties, name, "");
        return text.isEmpty() ? null : Path.of(text);
    }

    private static String text(Properties properties, String name, String otherwise) {
        return properties.getProperty(PREFIX + name, otherwise).strip();
    }
}
