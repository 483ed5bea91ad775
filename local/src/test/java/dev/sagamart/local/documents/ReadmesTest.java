package dev.sagamart.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two languages, one README: what is not language is the same in both. */
class ReadmesTest {
    private static final Pattern CODE_IN_TABLES = Pattern.compile("`([^`\\n]+)`");

    private final Page english = new Page("README.md");
    private final Page korean = new Page("README.ko.md");

    @Test
    void both_show_the_same_commands() {
        assertThat(english.code()).isNotEmpty();
        assertThat(korean.code()).containsExactlyElementsOf(english.code());
    }

    @Test
    void both_lead_to_the_same_places_and_to_each_other() {
        assertThat(targets(korean)).containsExactlyInAnyOrderElementsOf(targets(english));
        assertThat(english.links()).extracting(Link::target).contains(korean.path());
        assertThat(korean.links()).extracting(Link::target).contains(english.path());
    }

    @Test
    void both_have_the_same_sections_and_rows() {
        assertThat(linesLike(korean, "#+ .*")).hasSameSizeAs(linesLike(english, "#+ .*"));
        assertThat(names(korean)).containsExactlyElementsOf(names(english));
    }

    private List<String> targets(Page page) {
        return page.links().stream()
                .map(Link::target)
                .filter(target -> !target.equals(korean.path()) && !target.equals(english.path()))
                .toList();
    }

    /** What stands first in each row of a table. */
    private static List<String> names(Page page) {
        return linesLike(page, "\\|.*\\|").stream()
                .map(row -> row.split("(?<!`)\\|", 3)[1])
                .map(cell -> String.join(
                        " ",
                        CODE_IN_TABLES
                                .matcher(cell)
                                .results()
                                .map(MatchResult::group)
                                .toList()))
                .toList();
    }

    private static List<String> linesLike(Page page, String pattern) {
        return page.text().lines().filter(line -> line.matches(pattern)).toList();
    }
}
