package dev.sagamart.coupon.issuing.web;

import dev.sagamart.coupon.issuing.IssueCoupon;
import dev.sagamart.coupon.issuing.IssuingOutcome.AlreadyIssued;
import dev.sagamart.coupon.issuing.IssuingOutcome.Issued;
import dev.sagamart.coupon.issuing.IssuingOutcome.NoSuchCampaign;
import dev.sagamart.coupon.issuing.IssuingOutcome.NotOpen;
import dev.sagamart.coupon.issuing.IssuingOutcome.SoldOut;
import dev.sagamart.coupon.issuing.IssuingOutcome.Unknown;
import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issuing over HTTP. The request key is kept with the grant, so nothing here asks the database. */
@RestController
class IssuingController {
    private final IssueCoupon issueCoupon;

    IssuingController(IssueCoupon issueCoupon) {
        this.issueCoupon = issueCoupon;
    }

    @PostMapping("/v1/coupon-campaigns/{campaignId}/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take a coupon, first come, first served; the request has no body")
    @Refuses(status = 400, codes = "MALFORMED_REQUEST")
    @Refuses(status = 404, codes = "CAMPAIGN_NOT_FOUND")
    @Refuses(
            status = 409,
            with = "couponId",
            codes = {"CAMPAIGN_NOT_OPEN", "COUPON_ALREADY_ISSUED", "COUPON_SOLD_OUT"})
    IssuedView issue(RequestKey key, @PathVariable long campaignId, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getInputStream().read() >= 0) {
            throw CommonProblems.malformed("This request has no body.").asException();
        }
        return switch (issueCoupon.issue(campaignId, key.userId(), key.value())) {
            case Issued issued -> IssuedView.of(issued);
            case AlreadyIssued held ->
                throw conflict("COUPON_ALREADY_ISSUED", "You have a coupon of this campaign.")
                        .with("couponId", held.couponId())
                        .asException();
            case SoldOut _ ->
                throw conflict("COUPON_SOLD_OUT", "No coupon of this campaign is left.")
                        .asException();
            case NotOpen _ ->
                throw conflict("CAMPAIGN_NOT_OPEN", "Coupons of this campaign cannot be had now.")
                        .asException();
            case NoSuchCampaign _ ->
                throw Problem.of(HttpStatus.NOT_FOUND, "CAMPAIGN_NOT_FOUND", "There is no such campaign.")
                        .asException();
            case Unknown _ -> throw CommonProblems.unavailable().asException();
        };
    }

    private static Problem conflict(String code, String detail) {
        return Problem.of(HttpStatus.CONFLICT, code, detail);
    }
}
