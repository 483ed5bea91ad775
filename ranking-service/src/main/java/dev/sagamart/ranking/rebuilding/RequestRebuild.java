package dev.sagamart.ranking.rebuilding;

import dev.sagamart.messaging.Uuid7;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for a rebuild; whoever asks while one is open gets that one. */
@Component
public class RequestRebuild {
    private final Rebuilds rebuilds;

    RequestRebuild(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    public Rebuild request(String by) {
        Optional<Rebuild> open = Optional.empty();
        while (open.isEmpty()) { // the one that was in our way may have ended meanwhile
            rebuilds.request(Uuid7.next(), by);
            open = rebuilds.open();
        }
        return open.get();
    }
}
