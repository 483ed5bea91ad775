package dev.sagamart.faultagent;

import static dev.sagamart.faultagent.Place.entryOf;

import java.util.List;
import java.util.stream.Stream;

/** Where each defect is in the code, and what is done to it there. */
final class Defects {
    private static final String MESSAGING = "dev.sagamart.messaging.";
    private static final String GATEWAY = "dev.sagamart.gateway.";
    private static final String REQUESTS = "dev.sagamart.defaults.requests.";
    private static final String ISSUING = "dev.sagamart.coupon.issuing.";
    private static final String SALES = "dev.sagamart.ranking.sales.";
    private static final String BARRIER = MESSAGING + "participant.ParticipantBarrier";
    private static final String HANDLED = MESSAGING + "participant.JdbcHandledCommands";

    private Defects() {}

    static List<Hook> of(Mutant mutant) {
        String name = mutant.name();
        return switch (mutant) {
            case M1 ->
                List.of(
                        Alteration.callAnswersNothing(name, entryOf(BARRIER, "answer", 1), "get"),
                        Alteration.callAnswersNothing(name, entryOf(BARRIER, "lambda$fresh$0", 2), "containsKey"),
                        Alteration.text(name, entryOf(HANDLED, "add", 2), "?, ?)", "?, ?) on conflict do nothing"));
            case M2 -> List.of(Hook.advice(name, entryOf(HANDLED, "add", 2), DefectAdvices.ForgetTombstones.class));
            case M3 ->
                List.of(Hook.advice(name, entryOf(GATEWAY + "redis.Script", "read", 1), DefectAdvices.AnyOwner.class));
            case M4 -> join(forgetfulServices(name), List.of(oneSecond(name, "lease"), oneSecond(name, "retention")));
            case M5 -> List.of(Alteration.skip(name, entryOf(MESSAGING + "outbox.OutboxRows", "insert", 2)));
            case M6 ->
                List.of(Hook.advice(name, entryOf(ISSUING + "StockScript", "read", 1), DefectAdvices.AnyUser.class));
            case M7 ->
                List.of(Alteration.text(
                        name,
                        entryOf(ISSUING + "IssuedCoupons", "add", 1),
                        "set issued = issued + news.count",
                        "set issued = least(campaign.quantity, campaign.issued + news.count)"));
            case M8 ->
                List.of(
                        Hook.advice(
                                name,
                                entryOf(GATEWAY + "idempotency.Fingerprint", "of", 2),
                                DefectAdvices.SameText.class),
                        Hook.advice(name, entryOf(REQUESTS + "Fingerprint", "of", 2), DefectAdvices.SameBytes.class));
            case M9 ->
                List.of(
                        Hook.advice(name, entryOf(SALES + "CountedOrders", "addNew", 1), DefectAdvices.AllNew.class),
                        Hook.advice(name, entryOf(SALES + "ConsumedOffsets", "next", 2), DefectAdvices.Nothing.class));
            case M10 ->
                List.of(
                        Hook.advice(
                                name,
                                entryOf(MESSAGING + "listening.BatchListener", "handle", 2),
                                DefectAdvices.CommitFirst.class),
                        Hook.advice(
                                name,
                                entryOf("org.springframework.kafka.listener.ContainerProperties", "setAckMode", 1),
                                DefectAdvices.CommitAtOnce.class));
            case M11 ->
                List.of(Hook.advice(
                        name, entryOf(GATEWAY + "edge.LimitedRequest", "counted", 2), DefectAdvices.Uncounted.class));
            case M12 -> forgetfulServices(name);
        };
    }

    /** A key is never known already, so that a repeated request has its effect again. */
    private static List<Hook> forgetfulServices(String name) {
        return List.of(
                Hook.advice(name, entryOf(REQUESTS + "RequestKeyRows", "insert", 2), DefectAdvices.NewKey.class),
                Hook.advice(name, entryOf(REQUESTS + "RequestKeyRows", "insert", 1), DefectAdvices.NewKeys.class));
    }

    private static Hook oneSecond(String name, String property) {
        return Hook.advice(
                name,
                entryOf(GATEWAY + "idempotency.IdempotencyProperties", property, 0),
                DefectAdvices.OneSecond.class);
    }

    private static List<Hook> join(List<Hook> some, List<Hook> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
