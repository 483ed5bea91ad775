package dev.sagamart.product.catalog.web;

import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.product.catalog.Quantity;
import org.springframework.http.HttpStatus;

/** Why a request about a product is refused. */
final class CatalogProblems {
    private CatalogProblems() {}

    static Problem notFound(long productId) {
        return Problem.of(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", "There is no product " + productId + ".");
    }

    static Problem nothingToRevise() {
        return CommonProblems.invalid("", "a name or a price is needed");
    }

    static Problem noRoom() {
        return CommonProblems.invalid("quantity", "the stock would pass " + Quantity.MAX);
    }
}
