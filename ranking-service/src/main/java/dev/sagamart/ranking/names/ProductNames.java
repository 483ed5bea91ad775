package dev.sagamart.ranking.names;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code product_name}. */
@Component
public class ProductNames {
    private static final String LEARN = """
            insert into product_name as known (product_id, name, version)
            select * from unnest(:ids::bigint[], :names::text[], :versions::bigint[])
            on conflict (product_id) do update set name = excluded.name, version = excluded.version
            where known.version < excluded.version""";

    private final JdbcClient jdbc;

    ProductNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the newest of each product; a stale one changes nothing. */
    void learn(List<ProductName> told) {
        Map<Long, ProductName> newest = new TreeMap<>();
        told.forEach(name -> newest.merge(name.productId(), name, ProductName::newer));
        jdbc.sql(LEARN)
                .param("ids", column(newest.values(), ProductName::productId))
                .param("names", column(newest.values(), ProductName::name))
                .param("versions", column(newest.values(), ProductName::version))
                .update();
    }

    private static String[] column(Collection<ProductName> names, Function<ProductName, Object> part) {
        return names.stream().map(name -> part.apply(name).toString()).toArray(String[]::new);
    }

    /** The names of these products; a product that we have not heard of yet is called by its id. */
    public Map<Long, String> of(Collection<Long> productIds) {
        Map<Long, String> known = jdbc
                .sql("select product_id, name from product_name where product_id = any (:ids)")
                .param("ids", productIds.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return productIds.stream()
                .collect(Collectors.toMap(Function.identity(), id -> known.getOrDefault(id, "Product " + id)));
    }
}
