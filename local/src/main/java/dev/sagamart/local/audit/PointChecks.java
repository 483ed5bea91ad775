package dev.sagamart.local.audit;

import java.util.List;

/** Points, their ledger and the log of charges. */
final class PointChecks {
    private PointChecks() {}

    static List<Check> all() {
        return List.of(balances(), chain(), chargeLog());
    }

    private static Check balances() {
        return new WithinOne(
                "balances",
                "A balance is the sum of its ledger, and never below zero.",
                Finding.Kind.ALWAYS,
                "point",
                """
                select wallet.user_id, balance, coalesce(ledger.sum, 0) as ledger
                from wallet left join (select user_id, sum(amount) as sum from ledger group by user_id) as ledger
                    on ledger.user_id = wallet.user_id
                where balance < 0 or balance <> coalesce(ledger.sum, 0)""");
    }

    /** Whatever their order: each balance that an entry left behind is what one other began with, or the present one. */
    private static Check chain() {
        return new WithinOne(
                "ledger-chain",
                "Each ledger entry begins with the balance that another ended with.",
                Finding.Kind.ALWAYS,
                "point",
                """
                select user_id, value as balance, sum(times) as surplus from (
                    select user_id, balance_after as value, 1 as times from ledger
                    union all select user_id, balance_after - amount, -1 from ledger
                    union all select user_id, balance, -1 from wallet
                    union all select user_id, 0, 1 from wallet) as balances
                group by user_id, value having sum(times) <> 0""");
    }

    private static Check chargeLog() {
        return new Comparison(
                "charge-log",
                "The charge log has every charge of the ledger, and no other.",
                new Side("charge_log", 2, """
                        select user_id collate "C" as user_id, charge_id::text as charge_id, amount, balance, charged_at
                        from charge order by 1, charge.charge_id"""),
                new Side("point", 2, """
                        select user_id, id::text as charge_id, amount, balance_after as balance, at as charged_at
                        from ledger where kind = 'CHARGE' order by user_id, id"""));
    }
}
