package dev.sagamart.order.operating.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.order.checkout.CheckoutFilter;
import dev.sagamart.order.operating.FindSagas;
import dev.sagamart.order.operating.OperateSaga;
import dev.sagamart.order.operating.OperatorAction;
import dev.sagamart.order.operating.OperatorAction.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Sagas for operators: what has not ended, what became of one, and the two things to do about it. */
@RestController
@RequestMapping("/v1/sagas")
class SagaController {
    private final FindSagas findSagas;
    private final OperateSaga operateSaga;
    private final RequestKeys requests;
    private final Clock clock;

    SagaController(FindSagas findSagas, OperateSaga operateSaga, RequestKeys requests, Clock clock) {
        this.findSagas = findSagas;
        this.operateSaga = operateSaga;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Sagas that have not ended, oldest first")
    @Refuses(status = 400, codes = "VALIDATION_FAILED")
    Page<SagaDocument> sagas(
            @RequestParam(defaultValue = "ANY") CheckoutFilter state, PageQuery page, WebRequest request) {
        requireOneState(request);
        return findSagas.oldest(state, page).map(saga -> SagaDocument.of(saga, clock.instant()));
    }

    private static void requireOneState(WebRequest request) {
        String[] states = request.getParameterValues("state");
        if (states != null && states.length > 1) {
            throw CommonProblems.invalid("state", "is there more than once").asException();
        }
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "The saga of one order")
    @Refuses(status = 404, codes = "SAGA_NOT_FOUND")
    SagaDocument saga(@PathVariable UUID orderId) {
        return findSagas
                .of(orderId)
                .map(found -> SagaDocument.of(found, clock.instant()))
                .orElseThrow(() -> notFound().asException());
    }

    @PostMapping("/{orderId}/retries")
    @Operation(summary = "Ask for what is outstanding once more, now")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OperatorActionDocument.class)))
    @Refuses(status = 404, codes = "SAGA_NOT_FOUND")
    @Refuses(status = 409, codes = "SAGA_ENDED")
    ResponseEntity<String> retry(RequestKey key, @PathVariable UUID orderId) {
        return requests.once(key, Map.of(), () -> answer(operateSaga.operate(Kind.RETRY, key.userId(), orderId, null)));
    }

    @PostMapping("/{orderId}/compensations")
    @Operation(summary = "Call an order off that has no verdict yet, and give everything back")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OperatorActionDocument.class)))
    @Refuses(status = 404, codes = "SAGA_NOT_FOUND")
    @Refuses(
            status = 409,
            codes = {"SAGA_ENDED", "SAGA_COMPENSATING"})
    ResponseEntity<String> compensate(
            RequestKey key, @PathVariable UUID orderId, @Valid @RequestBody CompensationRequest request) {
        return requests.once(
                key,
                request,
                () -> answer(operateSaga.operate(Kind.COMPENSATE, key.userId(), orderId, request.reason())));
    }

    private static Answer answer(OperatorAction action) {
        return switch (action.outcome()) {
            case DONE -> Answer.of(HttpStatus.CREATED, OperatorActionDocument.of(action));
            case NO_SUCH_SAGA -> Answer.refused(notFound());
            case ENDED ->
                Answer.refused(Problem.of(HttpStatus.CONFLICT, "SAGA_ENDED", "The saga of this order has ended."));
            case COMPENSATING_ALREADY ->
                Answer.refused(Problem.of(
                        HttpStatus.CONFLICT,
                        "SAGA_COMPENSATING",
                        "The order is rejected already and is being undone; to hurry that, retry it."));
        };
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "SAGA_NOT_FOUND", "There is no saga of such an order.");
    }
}
