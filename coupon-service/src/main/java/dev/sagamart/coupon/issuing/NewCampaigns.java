package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.CampaignCreated;
import java.time.Clock;
import java.time.Instant;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens a campaign as soon as it exists. If that fails, it is found closed and opened like one that was lost. */
@Component
class NewCampaigns {
    private static final Logger log = LoggerFactory.getLogger(NewCampaigns.class);

    private final StockOpening opening;
    private final IssuingProperties properties;
    private final Clock clock;

    NewCampaigns(StockOpening opening, IssuingProperties properties, Clock clock) {
        this.opening = opening;
        this.properties = properties;
        this.clock = clock;
    }

    @TransactionalEventListener
    void open(CampaignCreated created) {
        Campaign campaign = created.campaign();
        if (isJustCreated(campaign)) {
            try {
                opening.openNew(campaign);
            } catch (RedisException | DataAccessException away) {
                log.warn(
                        "Campaign {} is not open yet: {}",
                        campaign.id(),
                        away.getClass().getSimpleName());
            }
        }
    }

    /** After a long pause, others may have issued from it, and lost that again. */
    private boolean isJustCreated(Campaign campaign) {
        Instant latest = campaign.createdAt().plus(properties.acknowledgement());
        return clock.instant().isBefore(latest);
    }
}
