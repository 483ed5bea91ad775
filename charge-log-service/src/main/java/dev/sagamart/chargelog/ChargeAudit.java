package dev.sagamart.chargelog;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No charge is in the log of a user twice under different ids, and a balance contains the charge that led to it. */
@Configuration(proxyBeanMethods = false)
class ChargeAudit {
    @Bean
    AuditCheck charges() {
        return new AuditCheck(
                "charges",
                null,
                "select distinct user_id from charge where user_id > ? order by user_id limit ?",
                "",
                """
                select user_id, count(*) || ' charges at ' || charged_at || ' with balance ' || balance
                from charge where user_id = any (?)
                group by user_id, charged_at, balance having count(*) > 1 or min(amount) < 1 or min(balance - amount) < 0""");
    }
}
