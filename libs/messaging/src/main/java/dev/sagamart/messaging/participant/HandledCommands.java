package dev.sagamart.messaging.participant;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The records of handled commands of one service. */
public interface HandledCommands {
    List<HandledCommand> find(String step, Collection<UUID> orderIds);

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else has just handled one of them */
    void add(String step, List<HandledCommand> handled);

    /** Whether the order is so old that its records may have been deleted: that there are none then proves nothing. */
    default boolean mayHaveForgotten(UUID orderId) {
        return false;
    }
}
