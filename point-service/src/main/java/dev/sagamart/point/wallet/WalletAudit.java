package dev.sagamart.point.wallet;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A balance is the sum of its ledger, and never below zero. */
@Configuration(proxyBeanMethods = false)
class WalletAudit {
    @Bean
    AuditCheck balances() {
        return new AuditCheck(
                "balances",
                "select id, user_id from ledger where id > ? and id < ? order by id limit ?",
                "select user_id from wallet where user_id > ? order by user_id limit ?",
                "",
                """
                select user_id, 'balance ' || balance || ', ledger ' || entries.sum
                from wallet, lateral (
                    select coalesce(sum(amount), 0) as sum from ledger where ledger.user_id = wallet.user_id) as entries
                where user_id = any (?) and (balance <> entries.sum or balance < 0)""");
    }
}
