package dev.sagamart.local.realm;

import dev.sagamart.local.demo.Cast;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Users that are made in the realm for a story, and removed after it. */
public final class RealmCast implements Cast {
    private static final String REALM = "sagamart";
    private static final int CROWD = 60; // each costs Keycloak two hashes of a password

    private final Keycloak keycloak;
    private final ContainerSettings settings;
    private final String password = UUID.randomUUID().toString();
    private final List<URI> users = new ArrayList<>();

    public RealmCast(ContainerSettings settings) {
        this.settings = settings;
        this.keycloak = new Keycloak(settings.identity());
    }

    @Override
    public String admin() {
        return token("boss", settings.usersPassword(), Map.of("scope", "admin"));
    }

    @Override
    public String user(String name) {
        users.add(keycloak.create(
                master(),
                REALM,
                Map.of(
                        "username",
                        name,
                        "firstName",
                        name,
                        "lastName",
                        "Demo",
                        "email",
                        name + "@sagamart.example",
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false)))));
        return token(name, password, Map.of());
    }

    @Override
    public int crowd() {
        return CROWD;
    }

    @Override
    public void close() {
        try (keycloak) {
            String master = users.isEmpty() ? "" : master();
            users.forEach(user -> keycloak.delete(master, user));
        }
    }

    private String token(String name, String secret, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.putAll(
                Map.of("grant_type", "password", "client_id", "sagamart-cli", "username", name, "password", secret));
        return keycloak.token(REALM, form);
    }

    /** Anew for each use: such a token lives for a minute. */
    private String master() {
        return keycloak.token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", settings.identityAdminPassword()));
    }
}
