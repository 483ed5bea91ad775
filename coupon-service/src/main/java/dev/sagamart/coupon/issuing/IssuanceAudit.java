package dev.sagamart.coupon.issuing;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A campaign counts its coupons right and has no more than it may, and each coupon has its history and its order. */
@Configuration(proxyBeanMethods = false)
class IssuanceAudit {
    @Bean
    AuditCheck issuedCouponsCheck() {
        return new AuditCheck(
                "issued-coupons",
                null,
                "select id::text from campaign where id > ?::bigint order by campaign.id limit least(?, 10)",
                "0",
                """
                select id::text, 'quantity ' || quantity || ', issued ' || issued || ', coupons ' || coupons.count
                from campaign, lateral (
                    select count(*) from coupon where coupon.campaign_id = campaign.id) as coupons
                where id = any (?::bigint[]) and (issued <> coupons.count or issued > quantity)""");
    }

    @Bean
    AuditCheck couponHistoryCheck() {
        return new AuditCheck(
                "coupon-history",
                null,
                "select id::text from coupon where id > ?::uuid order by coupon.id limit ?",
                "00000000-0000-0000-0000-000000000000",
                """
                select id::text, status || ' by order ' || coalesce(order_id::text, 'none')
                    || case when coupon_id is null then ', without history' else ', other history' end
                from coupon left join issuance on coupon_id = id
                where id = any (?::uuid[]) and ((status = 'USED') <> (order_id is not null)
                    or (coupon.campaign_id, coupon.user_id, coupon.position)
                        is distinct from (issuance.campaign_id, issuance.user_id, issuance.position))""");
    }
}
