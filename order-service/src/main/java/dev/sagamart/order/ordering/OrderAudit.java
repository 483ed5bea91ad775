package dev.sagamart.order.ordering;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An order is settled as its saga is, and a completed one costs what its lines do. */
@Configuration(proxyBeanMethods = false)
class OrderAudit {
    private static final String START = "00000000-0000-0000-0000-000000000000";

    /** An order's saga changes both in one transaction. An ended saga may have been pruned; an open one never is. */
    @Bean
    AuditCheck ordersAndSagas() {
        return check("orders-and-sagas", """
                select id::text, status || ', saga ' || coalesce(state, 'missing')
                from orders left join checkout on order_id = id
                where id = any (?::uuid[]) and status <> (case coalesce(state, 'PRUNED')
                    when 'COMPLETED' then 'COMPLETED'
                    when 'REJECTED' then 'REJECTED'
                    when 'COMPENSATING' then 'REJECTED'
                    when 'PRUNED' then case status when 'PENDING' then 'SETTLED' else status end
                    else 'PENDING' end)""");
    }

    @Bean
    AuditCheck orderTotals() {
        return check("order-totals", """
                select id::text, 'subtotal ' || coalesce(subtotal::text, 'none') || ', lines '
                    || coalesce(amounts.sum::text, 'without price')
                from orders, lateral (
                    select sum((line->>'quantity')::bigint * (line->>'unitPrice')::bigint)
                    from jsonb_array_elements(lines) as line) as amounts
                where id = any (?::uuid[]) and status = 'COMPLETED'
                    and (subtotal is distinct from amounts.sum or total is distinct from subtotal - discount)""");
    }

    private static AuditCheck check(String name, String differences) {
        return new AuditCheck(
                name,
                "select id, id::text from orders where id > ? and id < ? order by orders.id limit ?",
                "select id::text from orders where id > ?::uuid order by orders.id limit ?",
                START,
                differences);
    }
}
