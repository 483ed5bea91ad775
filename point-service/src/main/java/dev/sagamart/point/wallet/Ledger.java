package dev.sagamart.point.wallet;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The ledger: it is only ever added to. */
@Repository
class Ledger {
    private static final String PAYMENTS = """
            select e from LedgerEntry e where e.kind = EntryKind.ORDER and e.orderId in :orders""";

    private final EntityManager entities;

    Ledger(EntityManager entities) {
        this.entities = entities;
    }

    void add(LedgerEntry entry) {
        entities.persist(entry);
    }

    List<LedgerEntry> paymentsOf(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery(PAYMENTS, LedgerEntry.class)
                        .setParameter("orders", orders)
                        .getResultList();
    }
}
