package dev.sagamart.ranking.sales;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * As far as it can be seen from here: each counted order sold at least one unit in its hour. Hours whose orders are being
 * forgotten are left out.
 */
@Configuration(proxyBeanMethods = false)
class SalesAudit {
    @Bean
    AuditCheck hourlySalesCheck() {
        return new AuditCheck("hourly-sales", null, """
                select extract(epoch from hour)::bigint::text from generate_series(
                    greatest(to_timestamp(?::bigint + 3600), date_trunc('hour', now() - interval '7 days', 'UTC')),
                    now(), interval '1 hour') as hour
                order by hour limit least(?, 24)""", "0", """
                select hour.epoch::text, 'orders ' || orders.count || ', units ' || coalesce(units.sum, 0)
                from unnest(?::bigint[]) as hour (epoch),
                    lateral (select count(*) from counted_order where completed_at >= to_timestamp(epoch)
                        and completed_at < to_timestamp(epoch + 3600)) as orders,
                    lateral (select sum(quantity) from product_sales_hourly
                        where product_sales_hourly.hour = to_timestamp(epoch)) as units
                where orders.count > coalesce(units.sum, 0)""");
    }
}
