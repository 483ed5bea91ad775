package dev.sagamart.ranking.rebuilding;

import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells what became of the rebuilds. */
@Component
public class FindRebuilds {
    private final Rebuilds rebuilds;

    FindRebuilds(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** The newest first. */
    public Page<Rebuild> newest(PageQuery page) {
        return Page.of(rebuilds.newest(page.after(UUID::fromString), page.rows()), page, Rebuild::rebuildId);
    }
}
