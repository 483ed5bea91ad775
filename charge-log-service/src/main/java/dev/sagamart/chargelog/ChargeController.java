package dev.sagamart.chargelog;

import dev.sagamart.defaults.security.Caller;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChargeController {
    private final ChargeLog log;

    ChargeController(ChargeLog log) {
        this.log = log;
    }

    @GetMapping("/v1/points/charges")
    @Operation(summary = "Your charges, newest first")
    Page<Charge> charges(Caller caller, PageQuery page) {
        return Page.of(log.find(caller.userId(), page.after(UUID::fromString), page.rows()), page, Charge::chargeId);
    }
}
