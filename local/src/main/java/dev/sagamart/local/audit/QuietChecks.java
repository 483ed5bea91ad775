package dev.sagamart.local.audit;

import java.util.List;

/** Whether anything is still on its way. */
final class QuietChecks {
    private static final String UNSENT = "select id as message_id, topic, created_at from outbox order by created_at";

    private QuietChecks() {}

    static List<Check> all() {
        return List.of(
                new WithinOne("open-sagas", "No order is still being worked on.", Finding.Kind.UNREST, "orders", """
                        select order_id, state, attempts, created_at from checkout
                        where due_at is not null order by created_at"""),
                unsent("point"),
                unsent("product"));
    }

    private static Check unsent(String database) {
        return new WithinOne(
                "unsent-messages-" + database,
                "No message waits in the outbox of " + database + ".",
                Finding.Kind.UNREST,
                database,
                UNSENT);
    }
}
