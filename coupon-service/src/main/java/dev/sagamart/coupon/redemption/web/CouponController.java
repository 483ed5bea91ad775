package dev.sagamart.coupon.redemption.web;

import dev.sagamart.coupon.redemption.FindHeldCoupons;
import dev.sagamart.coupon.redemption.HeldCoupon;
import dev.sagamart.coupon.redemption.HeldCouponPosition;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A user's coupons over HTTP. */
@RestController
class CouponController {
    private final FindHeldCoupons heldCoupons;
    private final Clock clock;

    CouponController(FindHeldCoupons heldCoupons, Clock clock) {
        this.heldCoupons = heldCoupons;
        this.clock = clock;
    }

    @GetMapping("/v1/coupons")
    @Operation(summary = "Your coupons, newest first")
    Page<HeldCouponView> list(Caller caller, PageQuery page) {
        List<HeldCoupon> rows = heldCoupons.find(caller.userId(), page.after(HeldCouponPosition::parse), page.rows());
        Instant now = clock.instant();
        return Page.of(rows, page, HeldCouponPosition::of).map(coupon -> HeldCouponView.of(coupon, now));
    }
}
