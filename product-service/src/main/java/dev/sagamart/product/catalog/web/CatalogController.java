package dev.sagamart.product.catalog.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.product.catalog.FindProducts;
import dev.sagamart.product.catalog.ProductView;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalog for everybody. */
@RestController
@RequestMapping("/v1/products")
class CatalogController {
    private final FindProducts products;

    CatalogController(FindProducts products) {
        this.products = products;
    }

    @GetMapping("/{productId}")
    @Operation(summary = "A product")
    @Refuses(status = 404, codes = "PRODUCT_NOT_FOUND")
    ProductView product(@PathVariable long productId) {
        return products.find(productId)
                .orElseThrow(() -> CatalogProblems.notFound(productId).asException());
    }

    @GetMapping
    @Operation(summary = "All products")
    Page<ProductView> products(PageQuery page) {
        long after = page.after(Long::valueOf).orElse(0L);
        return Page.of(products.after(after, page.rows()), page, ProductView::productId);
    }
}
