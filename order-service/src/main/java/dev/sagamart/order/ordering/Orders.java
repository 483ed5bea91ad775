package dev.sagamart.order.ordering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All orders. */
interface Orders extends Repository<Order, UUID> {
    Optional<Order> findById(UUID id);

    Optional<Order> findByIdAndUserId(UUID id, String userId);

    @Query("select o from Order o where o.userId = :userId order by o.id desc")
    List<Order> newest(String userId, Limit limit);

    @Query("select o from Order o where o.userId = :userId and o.id < :after order by o.id desc")
    List<Order> newestAfter(String userId, UUID after, Limit limit);
}
