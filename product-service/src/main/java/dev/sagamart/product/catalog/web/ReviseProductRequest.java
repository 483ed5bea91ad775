package dev.sagamart.product.catalog.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.sagamart.product.catalog.Price;
import dev.sagamart.product.catalog.ProductName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a product is to be called or to cost from now on; what is left out stays, and null is not a value. Not a record,
 * because a record's constructor cannot tell null from left out.
 */
final class ReviseProductRequest {
    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(min = 1, max = ProductName.MAX_LENGTH)
    @Pattern(regexp = ProductName.FORM, message = Messages.NAME)
    private @Nullable String name;

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Min(1)
    @Max(Price.MAX)
    private @Nullable Long price;

    boolean isEmpty() {
        return name == null && price == null;
    }

    @Nullable
    ProductName newName() {
        return name == null ? null : new ProductName(name);
    }

    @Nullable
    Price newPrice() {
        return price == null ? null : new Price(price);
    }
}
