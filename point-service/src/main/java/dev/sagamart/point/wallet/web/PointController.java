package dev.sagamart.point.wallet.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.GroupedRequests;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.point.wallet.ChargeOutcome;
import dev.sagamart.point.wallet.ChargeOutcome.BalanceLimitExceeded;
import dev.sagamart.point.wallet.ChargeOutcome.Charged;
import dev.sagamart.point.wallet.ChargePoints;
import dev.sagamart.point.wallet.FindBalance;
import dev.sagamart.point.wallet.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/points")
class PointController {
    private final ChargePoints chargePoints;
    private final FindBalance findBalance;
    private final GroupedRequests requests;
    private final Consumer<Set<String>> lockTogether;

    PointController(ChargePoints chargePoints, FindBalance findBalance, GroupedRequests requests) {
        this.chargePoints = chargePoints;
        this.findBalance = findBalance;
        this.requests = requests;
        this.lockTogether = chargePoints::lockTogether;
    }

    @GetMapping
    @Operation(summary = "Your balance")
    BalanceView balance(Caller caller) {
        return new BalanceView(findBalance.of(new UserId(caller.userId())));
    }

    @PostMapping("/charges")
    @Operation(summary = "Charge points")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ChargeView.class)))
    @Refuses(status = 400, codes = "BALANCE_LIMIT_EXCEEDED")
    ResponseEntity<String> charge(RequestKey key, @Valid @RequestBody ChargeRequest request) {
        var user = new UserId(key.userId());
        return requests.once(key, request, lockTogether, () -> answer(chargePoints.charge(user, request.points())));
    }

    private static Answer answer(ChargeOutcome outcome) {
        return switch (outcome) {
            case Charged charged -> Answer.of(HttpStatus.CREATED, ChargeView.of(charged));
            case BalanceLimitExceeded full ->
                Answer.refused(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "BALANCE_LIMIT_EXCEEDED",
                        "The balance is %d points and may not pass %d.".formatted(full.balance(), full.limit())));
        };
    }
}
