package dev.sagamart.defaults.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.TransactionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that can go wrong in a request. */
@RestController
class TroubleController {
    record Basket(
            @NotNull @Size(min = 1, max = 3) List<@Valid Item> items,
            @Size(max = 5) String note) {}

    record Item(
            @NotNull Long productId,
            @NotNull @Min(1) @Max(10) Integer quantity) {}

    /** Breaks while it is written. */
    record Fragile() {
        public String getName() {
            throw new IllegalStateException("secret of the getter");
        }
    }

    @PostMapping("/v1/baskets")
    Basket basket(@Valid @RequestBody Basket basket) {
        return basket;
    }

    @GetMapping("/v1/numbers/{number}")
    long number(@PathVariable long number) {
        return number;
    }

    @GetMapping("/v1/search")
    String search(@RequestParam @Min(1) @Max(9) int least, @RequestParam(required = false) @Size(max = 3) String word) {
        return "found";
    }

    @GetMapping("/v1/broken")
    String broken() {
        throw new IllegalStateException("secret of select * from wallet");
    }

    @GetMapping("/v1/worse")
    String worse() {
        throw new AssertionError("secret");
    }

    @GetMapping("/v1/fragile")
    Fragile fragile() {
        return new Fragile();
    }

    @GetMapping("/v1/refused")
    String refused() {
        throw Problem.of(org.springframework.http.HttpStatus.CONFLICT, "SOLD_OUT", "Nothing is left.")
                .with("left", 0)
                .asException();
    }

    @GetMapping("/v1/outage/{kind}")
    String outage(@PathVariable String kind) {
        throw switch (kind) {
            case "transaction" -> new CannotCreateTransactionException("no connection to 127.0.0.1:5433");
            case "rollback" -> new UnexpectedRollbackException("rolled back");
            case "given-up" -> unableToRollBack(new SQLException("Connection is closed"));
            case "shut-down" -> unableToRollBack(new SQLException("terminating connection", "57P01"));
            default -> new DataAccessResourceFailureException("no connection to 127.0.0.1:5433");
        };
    }

    /** As Spring says it when the connection is gone before the rollback. */
    private static RuntimeException unableToRollBack(SQLException cause) {
        return new JpaSystemException(new TransactionException("Unable to rollback against JDBC Connection", cause));
    }
}
