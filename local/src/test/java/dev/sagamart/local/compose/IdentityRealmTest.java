package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds what a token of the realm carries against what gateway and services ask of one, claim by claim. */
class IdentityRealmTest {
    private static final String JWT = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_";
    private static final String SETTINGS = "/spring/security.oauth2.resourceserver.jwt";
    private static final String GATEWAY_RULES = "gateway/src/main/java/dev/sagamart/gateway/identity/TokenRules.java";
    private static final String SERVICE_RULES =
            "libs/service-defaults/src/main/java/dev/sagamart/defaults/security/SubjectValidator.java";

    private final ComposeFile compose = new ComposeFile();
    private final JsonNode realm = Checkout.json("local/compose/identity/sagamart-realm.json");
    private final JsonNode client = realm.path("clients").path(0);

    @Test
    void the_issuer_is_the_one_that_gateway_and_services_expect() {
        String issuer = compose.resolved("identity", "KC_HOSTNAME") + "/realms/"
                + realm.path("realm").asString();

        for (Service service : Service.values()) {
            assertThat(compose.resolved(service.module(), JWT + "ISSUER_URI")).isEqualTo(issuer);
            assertThat(compose.resolved(service.module(), JWT + "JWK_SET_URI"))
                    .isEqualTo("http://identity:8080/realms/sagamart/protocol/openid-connect/certs");
        }
        assertThat(issuer).isEqualTo("http://localhost:8090/realms/sagamart");
    }

    @Test
    void the_realm_is_what_keycloak_imports() {
        assertThat(compose.service("identity").path("command").toString()).contains("--import-realm");
        assertThat(compose.service("identity").path("volumes").toString())
                .contains("./local/compose/identity:/opt/keycloak/data/import:ro");
        assertThat(realm.path("enabled").asBoolean()).isTrue();
    }

    @Test
    void every_token_is_for_the_audience_that_gateway_and_services_ask_for() {
        assertThat(mapper("oidc-audience-mapper")
                        .at("/config/included.custom.audience")
                        .asString())
                .isEqualTo(TokenMint.AUDIENCE)
                .isEqualTo(settings("gateway/src/main/resources/application.yml")
                        .path("audiences")
                        .asString())
                .isEqualTo(defaults().path("audiences").asString());
    }

    @Test
    void every_token_names_its_user_by_an_id_that_gateway_and_services_take() {
        Pattern ofGateway = userId(GATEWAY_RULES);
        Pattern ofServices = userId(SERVICE_RULES);

        assertThat(mapper("oidc-sub-mapper").isObject()).isTrue();
        realm.path("users")
                .forEach(user -> assertThat(user.path("id").asString())
                        .matches(ofGateway)
                        .matches(ofServices));
    }

    @Test
    void tokens_are_signed_in_a_way_that_gateway_and_services_take() {
        String algorithm = realm.path("defaultSignatureAlgorithm").asString();

        assertThat(defaults().path("jws-algorithms").asString().split(", ")).contains(algorithm);
        assertThat(Checkout.text("gateway/src/main/java/dev/sagamart/gateway/identity/TokenSignature.java"))
                .contains("JWSAlgorithm." + algorithm);
    }

    @Test
    void the_scope_admin_is_in_the_token_of_those_who_ask_for_it_and_have_the_role() {
        JsonNode scope = scope(TokenMint.ADMIN);

        assertThat(scope.at("/attributes/include.in.token.scope").asString()).isEqualTo("true");
        assertThat(strings(client.path("optionalClientScopes"))).containsExactly(TokenMint.ADMIN);
        assertThat(realm.path("scopeMappings").valueStream()).anySatisfy(mapping -> {
            assertThat(mapping.path("clientScope").asString()).isEqualTo(TokenMint.ADMIN);
            assertThat(strings(mapping.path("roles"))).containsExactly("admin");
        });
        assertThat(strings(client.path("defaultClientScopes"))).doesNotContain(TokenMint.ADMIN);
    }

    @Test
    void one_user_may_be_admin_and_the_others_may_not() {
        assertThat(realm.path("users")
                        .valueStream()
                        .filter(user -> strings(user.path("realmRoles")).contains("admin"))
                        .map(user -> user.path("username").asString()))
                .containsExactly("boss");
        assertThat(realm.path("users").size()).isGreaterThan(2);
        assertThat(realm.at("/roles/realm/0/name").asString()).isEqualTo("admin");
    }

    @Test
    void users_lack_nothing_that_would_keep_them_from_a_token() {
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(client.path("publicClient").asBoolean()).isTrue();
        realm.path("users").forEach(user -> {
            assertThat(user.path("enabled").asBoolean()).isTrue();
            assertThat(user.path("requiredActions").size()).isZero();
            for (String wanted : List.of("email", "firstName", "lastName")) {
                assertThat(user.path(wanted).asString("")).as(wanted).isNotBlank();
            }
        });
    }

    @Test
    void the_password_of_the_users_comes_from_outside() {
        realm.path("users")
                .forEach(user ->
                        assertThat(user.at("/credentials/0/value").asString()).isEqualTo("${USERS_PASSWORD}"));
        assertThat(compose.environment("identity")).containsKey("USERS_PASSWORD");
    }

    /** Of a scope that every token has. */
    private JsonNode mapper(String type) {
        return strings(client.path("defaultClientScopes")).stream()
                .map(this::scope)
                .flatMap(scope -> scope.path("protocolMappers").valueStream())
                .filter(mapper -> mapper.path("protocolMapper").asString().equals(type)
                        && mapper.at("/config/access.token.claim").asString().equals("true"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in the default scopes"));
    }

    private JsonNode scope(String name) {
        return realm.path("clientScopes")
                .valueStream()
                .filter(scope -> scope.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scope " + name));
    }

    private static JsonNode defaults() {
        return settings("libs/service-defaults/src/main/resources/sagamart-defaults.yml");
    }

    private static JsonNode settings(String file) {
        return Checkout.yaml(file).at(SETTINGS);
    }

    private static Pattern userId(String source) {
        return Stream.of(Checkout.text(source))
                .map(Pattern.compile("USER_ID = Pattern.compile\\(\"([^\"]+)\"\\)")::matcher)
                .filter(found -> found.find())
                .map(found -> Pattern.compile(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
