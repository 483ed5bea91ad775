package dev.sagamart.coupon.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds campaigns, from memory once they were asked for: they never change. */
@Service
public class FindCampaign {
    private static final int MOST = 10_000;

    private final Cache<Long, Campaign> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Campaigns campaigns;

    FindCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    public Optional<Campaign> find(long id) {
        Campaign remembered = known.getIfPresent(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Campaign> found = campaigns.find(id);
        found.ifPresent(campaign -> known.put(id, campaign));
        return found;
    }
}
