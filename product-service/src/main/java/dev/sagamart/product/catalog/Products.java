package dev.sagamart.product.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All products. */
interface Products extends Repository<Product, Long> {

    Product save(Product product);

    Optional<Product> findById(long id);

    List<Product> findByIdGreaterThanOrderById(long id, Limit limit);

    /** Locks in id order, so that two batches never wait for each other; unknown ids are left out. */
    @Query(nativeQuery = true, value = "select * from product where id = any (:ids) order by id for no key update")
    List<Product> lock(Long[] ids);

    default Optional<Product> lock(long id) {
        return lock(new Long[] {id}).stream().findFirst();
    }
}
