package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlertsTest {
    private static final String RUNBOOKS = "docs/runbooks";

    private final List<JsonNode> alerts = Checkout.yaml("local/compose/observability/alerts.yml")
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .toList();

    @Test
    void they_ask_for_nothing_that_no_service_exports() {
        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(Metrics.exported().keySet())
                        .as(name(alert))
                        .containsAll(Metrics.askedFor(alert.path("expr").asString())));
    }

    @Test
    void every_alert_says_how_bad_it_is_and_what_it_saw() {
        for (JsonNode alert : alerts) {
            assertThat(alert.at("/labels/severity").asString()).as(name(alert)).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asString(""))
                    .as(name(alert))
                    .isNotBlank();
            assertThat(alert.path("expr").asString()).satisfies(AlertsTest::parenthesesMatch);
        }
        assertThat(alerts).extracting(AlertsTest::name).doesNotHaveDuplicates();
    }

    @Test
    void every_alert_has_a_page_that_says_what_to_do_about_it() {
        for (JsonNode alert : alerts) {
            String page = Checkout.text(alert.at("/annotations/runbook").asString());

            assertThat(page).contains("Alert `" + name(alert) + "`", "## Look", "## Do", "## It is over when");
        }
    }

    @Test
    void every_page_is_of_an_alert_and_in_the_table() {
        Map<String, JsonNode> byPage = alerts.stream()
                .collect(Collectors.toMap(
                        alert -> alert.at("/annotations/runbook").asString(), alert -> alert));
        List<String> pages = Checkout.files(RUNBOOKS, ".md");

        assertThat(pages.stream().filter(page -> !page.endsWith("/README.md")))
                .containsExactlyInAnyOrderElementsOf(byPage.keySet());
        byPage.forEach((page, alert) -> assertThat(Checkout.text(RUNBOOKS + "/README.md"))
                .containsPattern("\\| `%s` \\| %s \\| \\[.+]\\(%s\\) \\|"
                        .formatted(
                                name(alert),
                                alert.at("/labels/severity").asString(),
                                page.substring(RUNBOOKS.length() + 1))));
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asString();
    }

    private static void parenthesesMatch(String query) {
        assertThat(query.chars().filter(c -> c == '(').count())
                .isEqualTo(query.chars().filter(c -> c == ')').count());
    }
}
