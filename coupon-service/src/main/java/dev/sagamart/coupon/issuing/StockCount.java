package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/**
 * What the counters of a campaign said at some time.
 *
 * @param epoch which opening of the counters it was
 * @param holders how many users have a coupon, of whom {@code pending} may not be known to the broker
 */
record StockCount(long epoch, long left, long holders, long pending) {

    /** Empty if the campaign is closed. */
    static Optional<StockCount> read(RedissonClient redis, Campaign campaign) {
        List<String> said = StockScript.OBSERVE.run(redis, new StockKeys(campaign.id()).stock());
        if (said.getFirst().equals("CLOSED")) {
            return Optional.empty();
        }
        List<Long> numbers = said.stream().skip(1).map(Long::valueOf).toList();
        return Optional.of(new StockCount(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)));
    }

    /** Whether they agree with what the database has, once nothing is under way. */
    boolean agreesWith(Campaign campaign, long issued) {
        return holders == issued && left + issued == campaign.quantity();
    }

    /** Nobody gets a coupon until the counters are rebuilt; does nothing if they have changed since. */
    boolean close(RedissonClient redis, Campaign campaign) {
        List<Object> keys = new StockKeys(campaign.id()).stock();
        return StockScript.CLOSE
                .run(redis, keys, epoch, left, holders, pending)
                .getFirst()
                .equals("CLOSED");
    }
}
