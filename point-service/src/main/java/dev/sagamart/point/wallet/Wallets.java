package dev.sagamart.point.wallet;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The wallets; whoever wants to change some locks them first, all at once and in the order of their ids. */
interface Wallets extends Repository<Wallet, String> {
    /** Waits for a transaction that is about to open the same one. */
    @Modifying
    @Query(value = "insert into wallet (user_id, balance) values (:user, 0) on conflict do nothing", nativeQuery = true)
    void openIfAbsent(String user);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from Wallet w where w.userId in :users order by w.userId")
    List<Wallet> lock(Collection<String> users);

    @Query("select w.balance from Wallet w where w.userId = :user")
    Optional<Long> findBalance(String user);
}
