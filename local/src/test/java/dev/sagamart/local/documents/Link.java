package dev.sagamart.local.documents;

import java.nio.file.Path;

/**
 * A link from one page to a file, or to a folder, of the repository.
 *
 * @param target its path from the root
 * @param anchor a heading of the target, or an empty text
 */
record Link(String from, String target, String anchor) {
    static Link from(String page, String written) {
        String[] parts = written.split("#", 2);
        String anchor = parts.length == 2 ? parts[1] : "";
        if (parts[0].isEmpty()) {
            return new Link(page, page, anchor);
        }
        return new Link(page, Path.of(page).resolveSibling(parts[0]).normalize().toString(), anchor);
    }
}
