package dev.sagamart.order.operating;

import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.order.checkout.CheckoutFilter;
import dev.sagamart.order.checkout.CheckoutView;
import dev.sagamart.order.checkout.FindCheckouts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up sagas with what operators did to them. */
@Component
public class FindSagas {
    /** A saga, and what operators did to it, oldest first. */
    public record Found(CheckoutView saga, List<OperatorAction> actions) {}

    private final FindCheckouts checkouts;
    private final OperatorActions actions;

    FindSagas(FindCheckouts checkouts, OperatorActions actions) {
        this.checkouts = checkouts;
        this.actions = actions;
    }

    public Optional<Found> of(UUID orderId) {
        return checkouts.of(orderId).map(saga -> new Found(saga, actions.of(orderId)));
    }

    /** What has not ended, oldest first. */
    public Page<CheckoutView> oldest(CheckoutFilter filter, PageQuery page) {
        UUID after = page.after(UUID::fromString).orElse(null);
        return Page.of(checkouts.oldest(filter, after, page.rows()), page, CheckoutView::orderId);
    }
}
