package dev.sagamart.faultagent;

import static dev.sagamart.faultagent.Place.entryOf;
import static dev.sagamart.faultagent.Place.returnOf;

import java.util.List;

/** Where the points are in the code. */
final class Points {
    private Points() {}

    static List<Place> of(CrashPoint point) {
        return switch (point) {
            case CP1 ->
                List.of(
                        returnOf("dev.sagamart.defaults.requests.RequestKeyRows", "insert", 2),
                        returnOf("dev.sagamart.defaults.requests.RequestKeyRows", "insert", 1));
            case CP2 ->
                List.of(
                        returnOf("dev.sagamart.messaging.participant.CommandSubscription", "handle", 1),
                        returnOf("dev.sagamart.order.checkout.CheckoutReplyListener", "handle", 1),
                        returnOf("dev.sagamart.coupon.issuing.IssuedCouponListener", "handle", 1),
                        returnOf("dev.sagamart.ranking.sales.SalesListener", "handle", 1),
                        returnOf("dev.sagamart.chargelog.ChargeListener", "handle", 1));
            case CP3 ->
                List.of(
                        returnOf("dev.sagamart.defaults.requests.RequestKeys", "once", 3),
                        returnOf("dev.sagamart.defaults.requests.GroupedRequests", "once", 4),
                        returnOf("dev.sagamart.order.ordering.PlaceOrder", "place", 3));
            case CP4 -> List.of(returnOf("dev.sagamart.messaging.listening.BatchListener", "handleTogether", 1));
            case CP5 ->
                List.of(
                        entryOf("dev.sagamart.messaging.outbox.OutboxRelay", "send", 1),
                        entryOf("dev.sagamart.messaging.Publisher", "publishAll", 1),
                        entryOf("dev.sagamart.order.checkout.CheckoutSending", "sendAll", 1));
            case CP6 -> List.of(entryOf("dev.sagamart.messaging.outbox.OutboxRows", "delete", 1));
            case CP7 -> List.of(returnOf("dev.sagamart.coupon.issuing.CouponStock", "claim", 2));
            case CP8 -> List.of(entryOf("dev.sagamart.coupon.issuing.CouponStock", "confirm", 2));
            case CP9 -> List.of(entryOf("dev.sagamart.gateway.idempotency.AnswerOnce", "keepingClaim", 2));
            case CP10 -> List.of(entryOf("dev.sagamart.gateway.idempotency.AnswerOnce", "settle", 2));
            case CP11 -> List.of(returnOf("dev.sagamart.gateway.idempotency.IdempotencyStore", "completed", 3));
            case CP12 -> List.of(returnOf("dev.sagamart.order.checkout.CheckoutCoordinator", "finish", 1));
            case CP13 -> List.of(returnOf("dev.sagamart.messaging.listening.DeadLetters", "accept", 3));
            case CP14 ->
                List.of(entryOf(
                        "org.flywaydb.core.internal.schemahistory.JdbcTableSchemaHistory", "doAddAppliedMigration", 8));
        };
    }

    static List<Place> of(ErrorPoint point) {
        return switch (point) {
            case E1 -> List.of(entryOf("dev.sagamart.messaging.listening.BatchListener", "onMessage", 2));
            case E2 -> List.of(entryOf("dev.sagamart.messaging.listening.BatchListener", "handle", 1));
        };
    }
}
