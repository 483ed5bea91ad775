package dev.sagamart.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.compose.Checkout;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String CONTENTS = "docs/README.md";

    private final List<Page> pages = Page.all();

    @Test
    void every_link_leads_to_something() {
        assertThat(pages.stream().flatMap(page -> page.links().stream()))
                .hasSizeGreaterThan(100)
                .allSatisfy(link -> assertThat(Files.exists(Checkout.path(link.target())))
                        .as("%s links to %s", link.from(), link.target())
                        .isTrue());
    }

    @Test
    void every_link_to_a_heading_finds_it() {
        pages.stream()
                .flatMap(page -> page.links().stream())
                .filter(link -> !link.anchor().isEmpty() && link.target().endsWith(".md"))
                .forEach(link -> assertThat(new Page(link.target()).anchors())
                        .as("%s links to %s", link.from(), link.target())
                        .contains(link.anchor()));
    }

    @Test
    void every_page_of_the_book_is_found_from_its_contents() {
        assertThat(found())
                .containsAll(pages.stream()
                        .map(Page::path)
                        .filter(path -> path.startsWith("docs/"))
                        .toList());
    }

    @Test
    void every_test_that_a_page_names_exists() {
        List<String> sources = Tree.files(".java").stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();

        assertThat(pages.stream().flatMap(page -> page.tests().stream())).hasSizeGreaterThan(100);
        pages.forEach(page -> assertThat(sources)
                .as("what %s names", page.path())
                .containsAll(page.tests().stream().map(test -> test + ".java").toList()));
    }

    @Test
    void every_command_that_a_page_names_exists() {
        String runner = Checkout.text("run");

        assertThat(pages.stream().flatMap(page -> page.commands().stream())).hasSizeGreaterThan(50);
        pages.forEach(page -> page.commands()
                .forEach(command -> assertThat(runner)
                        .as("what %s names", page.path())
                        .containsPattern("(?m)^ +([a-zA-Z-]+ \\| )*" + command + "( \\| [a-zA-Z-]+)*\\)")));
    }

    /** All that somebody gets to see who follows links within the book. */
    private static Set<String> found() {
        Set<String> found = new LinkedHashSet<>(Set.of(CONTENTS));
        Deque<String> unread = new ArrayDeque<>(found);
        while (!unread.isEmpty()) {
            new Page(unread.remove())
                    .links().stream()
                            .map(Link::target)
                            .map(PagesTest::pageOf)
                            .filter(target -> target.startsWith("docs/") && target.endsWith(".md"))
                            .filter(target -> Files.exists(Checkout.path(target)))
                            .filter(found::add)
                            .forEach(unread::add);
        }
        return found;
    }

    private static String pageOf(String target) {
        String contents = target + "/README.md";
        return Files.exists(Checkout.path(contents)) ? contents : target;
    }
}
