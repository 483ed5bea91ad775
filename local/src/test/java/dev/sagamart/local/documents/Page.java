package dev.sagamart.local.documents;

import dev.sagamart.local.compose.Checkout;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page in Markdown, by its path from the root of the checkout. */
record Page(String path) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("(?<![\\w*])[A-Z]\\w*[a-z](Test|IT)\\b(?!\\*)");
    private static final Pattern COMMAND = Pattern.compile("\\./run ([a-z][a-z-]*)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?)\\s*$");

    static List<Page> all() {
        return Tree.files(".md").stream().map(Page::new).toList();
    }

    /** Where its links lead within the repository. */
    List<Link> links() {
        String prose = CODE.matcher(FENCE.matcher(text()).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> Link.from(path, target))
                .toList();
    }

    /** The names by which its headings can be linked to. */
    List<String> anchors() {
        return HEADING.matcher(FENCE.matcher(text()).replaceAll(""))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .toList();
    }

    /** The tests that it names in code. */
    List<String> tests() {
        return CODE.matcher(FENCE.matcher(text()).replaceAll(""))
                .results()
                .flatMap(code -> TEST.matcher(code.group()).results())
                .map(MatchResult::group)
                .toList();
    }

    /** The commands of {@code ./run} that it names. */
    List<String> commands() {
        return COMMAND.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    String text() {
        return Checkout.text(path);
    }

    /** The lines of its indented and fenced code, without what is said about them. */
    List<String> code() {
        List<String> fenced = FENCE.matcher(text())
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .toList();
        return text().lines()
                .filter(line -> line.startsWith("    ") || fenced.contains(line))
                .map(line -> line.replaceAll(" +# .*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String anchor(String heading) {
        return heading.replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }
}
