package dev.sagamart.coupon.campaign.web;

import dev.sagamart.coupon.campaign.CreateCampaign;
import dev.sagamart.coupon.campaign.Discount;
import dev.sagamart.coupon.campaign.Period;
import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.CommonProblems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What an admin asks for. */
record CreateCampaignRequest(
        @NotBlank @Size(min = 1, max = 200) @Pattern(regexp = TEXT, message = "must be text without control characters")
        String name,

        @NotNull @Valid DiscountRequest discount,
        @NotNull @Min(1) @Max(10_000_000) Long quantity,
        @NotNull Instant issueFrom,
        @NotNull Instant issueUntil,
        @NotNull Instant validFrom,
        @NotNull Instant validUntil) {
    private static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

    /** @throws dev.sagamart.defaults.problem.ProblemException 400 if its fields do not fit together */
    CreateCampaign.Command toCommand() {
        List<FieldError> errors = contradictions();
        if (!errors.isEmpty()) {
            throw CommonProblems.invalid(errors).asException();
        }
        return new CreateCampaign.Command(
                name,
                new Discount(discount.type(), discount.value(), discount.maxAmount()),
                quantity,
                period(issueFrom, issueUntil),
                period(validFrom, validUntil));
    }

    private List<FieldError> contradictions() {
        var errors = new ArrayList<FieldError>();
        if (!discount.type().allows(discount.value())) {
            errors.add(new FieldError(
                    "discount.value", "must be from 1 to " + discount.type().highest()));
        }
        if (!millis(issueFrom).isBefore(millis(issueUntil))) {
            errors.add(new FieldError("issueUntil", "must be after issueFrom"));
        }
        if (!millis(validFrom).isBefore(millis(validUntil))) {
            errors.add(new FieldError("validUntil", "must be after validFrom"));
        }
        return errors;
    }

    private static Period period(Instant from, Instant until) {
        return new Period(millis(from), millis(until));
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
