package dev.sagamart.coupon.campaign;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates a campaign. */
@Service
public class CreateCampaign {
    /** What the campaign is to be; see {@link Campaign}. */
    public record Command(String name, Discount discount, long quantity, Period issuing, Period validity) {}

    private final Campaigns campaigns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreateCampaign(Campaigns campaigns, ApplicationEventPublisher events, Clock clock) {
        this.campaigns = campaigns;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Campaign create(Command command) {
        Campaign created = campaigns.add(command, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        events.publishEvent(new CampaignCreated(created));
        return created;
    }
}
