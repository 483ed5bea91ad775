package dev.sagamart.defaults.requests;

import java.util.List;

/** A place where a service keeps what became of requests; a service may have several. */
public interface RequestRecords {
    /** The user's requests with this key, whatever they asked for. */
    List<RequestRecord> of(String userId, String key);
}
