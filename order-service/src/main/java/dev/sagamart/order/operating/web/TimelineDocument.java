package dev.sagamart.order.operating.web;

import dev.sagamart.order.checkout.Steering;
import dev.sagamart.order.operating.ReadTimeline.Timeline;
import dev.sagamart.order.ordering.OrderStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The way of an order, oldest first; bounded, however often anything was repeated. */
record TimelineDocument(UUID orderId, OrderStatus status, List<TimelineEvent> events) {
    /** @param forAdmin with names and reasons, and with what operators were refused */
    static TimelineDocument of(Timeline it, boolean forAdmin) {
        var events = new ArrayList<TimelineEvent>();
        it.actions().stream()
                .filter(action -> forAdmin || action.outcome() == Steering.DONE)
                .map(action -> TimelineEvent.of(action, forAdmin))
                .forEach(events::add);
        Stream<TimelineEvent> ofOrder = it.events().isEmpty()
                ? TimelineEvent.ofOrderAlone(it.order())
                : it.events().stream().map(TimelineEvent::of);
        ofOrder.forEach(events::add);
        events.sort(Comparator.comparing(TimelineEvent::at));
        return new TimelineDocument(it.order().orderId(), it.order().status(), List.copyOf(events));
    }
}
