package dev.sagamart.product.catalog.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.product.catalog.AddProduct;
import dev.sagamart.product.catalog.Price;
import dev.sagamart.product.catalog.ProductName;
import dev.sagamart.product.catalog.ProductView;
import dev.sagamart.product.catalog.Quantity;
import dev.sagamart.product.catalog.Restock;
import dev.sagamart.product.catalog.ReviseProduct;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalog for admins. */
@RestController
@RequestMapping("/v1/products")
class CatalogAdministrationController {
    private final AddProduct addProduct;
    private final ReviseProduct reviseProduct;
    private final Restock restock;
    private final RequestKeys requests;

    CatalogAdministrationController(
            AddProduct addProduct, ReviseProduct reviseProduct, Restock restock, RequestKeys requests) {
        this.addProduct = addProduct;
        this.reviseProduct = reviseProduct;
        this.restock = restock;
        this.requests = requests;
    }

    @PostMapping
    @Operation(summary = "Add a product")
    @ApiResponse(
            responseCode = "201",
            headers = @Header(name = "Location"),
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    ResponseEntity<String> add(RequestKey key, @Valid @RequestBody AddProductRequest request) {
        return requests.once(key, request, () -> {
            ProductView product =
                    addProduct.add(new ProductName(request.name()), new Price(request.price()), request.stock());
            return Answer.created(URI.create("/v1/products/" + product.productId()), product);
        });
    }

    @PatchMapping("/{productId}")
    @Operation(summary = "Rename or reprice a product")
    @Refuses(status = 404, codes = "PRODUCT_NOT_FOUND")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductView.class)))
    ResponseEntity<String> revise(
            @PathVariable long productId, RequestKey key, @Valid @RequestBody ReviseProductRequest request) {
        if (request.isEmpty()) {
            throw CatalogProblems.nothingToRevise().asException();
        }
        return requests.once(
                key,
                request,
                () -> reviseProduct
                        .revise(productId, request.newName(), request.newPrice())
                        .map(product -> Answer.of(HttpStatus.OK, product))
                        .orElseGet(() -> Answer.refused(CatalogProblems.notFound(productId))));
    }

    @PostMapping("/{productId}/restocks")
    @Operation(summary = "Put units into stock")
    @Refuses(status = 404, codes = "PRODUCT_NOT_FOUND")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProductView.class)))
    ResponseEntity<String> restock(
            @PathVariable long productId, RequestKey key, @Valid @RequestBody RestockRequest request) {
        return requests.once(key, request, () -> switch (restock.restock(productId, new Quantity(request.quantity()))) {
            case Restock.Restocked done -> Answer.of(HttpStatus.CREATED, done.product());
            case Restock.UnknownProduct unknown -> Answer.refused(CatalogProblems.notFound(productId));
            case Restock.NoRoom full -> Answer.refused(CatalogProblems.noRoom());
        });
    }
}
