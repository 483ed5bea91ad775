package dev.sagamart.product.catalog;

import dev.sagamart.defaults.audit.AuditCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever of a product came in is there or sold. */
@Configuration(proxyBeanMethods = false)
class StockAudit {
    @Bean
    AuditCheck stockCheck() {
        return new AuditCheck(
                "stock",
                null,
                "select id::text from product where id > ?::bigint order by product.id limit ?",
                "0",
                """
                select id::text, 'initially ' || initial_stock || ', restocked ' || restocked
                    || ', in stock ' || stock || ', sold ' || sold
                from product where id = any (?::bigint[])
                    and (initial_stock + restocked <> stock + sold or stock < 0 or sold < 0)""");
    }
}
