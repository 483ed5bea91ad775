package dev.sagamart.coupon.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @SuppressWarnings("NullAway") // the cache takes null for "there is none", and does not keep it
    public Optional<Campaign> find(long id) {
        Campaign remembered = known.getIfPresent(id);
        return remembered != null ? Optional.of(remembered) : Optional.ofNullable(known.get(id, this::read));
    }

    /** Only one of a crowd that comes at once for the same campaign asks the database. */
    private @Nullable Campaign read(long id) {
        return campaigns.find(id).orElse(null);
    }

    /** Makes a campaign known before anybody asks for it. */
    void remember(Campaign campaign) {
        known.put(campaign.id(), campaign);
    }
}
