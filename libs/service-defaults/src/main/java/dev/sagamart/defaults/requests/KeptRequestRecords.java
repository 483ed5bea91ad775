package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.requests.TiedOutcomes.Outcome;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The records in {@code request_key}. */
final class KeptRequestRecords implements RequestRecords {
    private final RequestKeyRows rows;
    private final ObjectProvider<TiedOutcomes> tied;

    KeptRequestRecords(RequestKeyRows rows, ObjectProvider<TiedOutcomes> tied) {
        this.rows = rows;
        this.tied = tied;
    }

    @Override
    public List<RequestRecord> of(String userId, String key) {
        return rows.findAll(userId, key).stream().map(this::complete).toList();
    }

    private RequestRecord complete(RequestKeyRows.Found found) {
        if (found.resource() == null) {
            return found.request();
        }
        Outcome outcome = tied.getObject().of(found.resource());
        RequestRecord request = found.request();
        return new RequestRecord(request.operation(), request.requestedAt(), outcome.status(), outcome.location());
    }
}
