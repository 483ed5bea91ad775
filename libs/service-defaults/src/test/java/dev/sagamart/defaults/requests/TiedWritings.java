package dev.sagamart.defaults.requests;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Resources of {@link WritingController} whose outcome is never known. */
@Component
class TiedWritings implements TiedOutcomes {
    @Override
    public Outcome of(UUID resource) {
        return new Outcome(null, "/v1/tied/" + resource);
    }
}
