package dev.sagamart.product.catalog;

/** A product's name: 1 to 200 characters, at least one of them visible, none of them a control character. */
public record ProductName(String text) {
    public static final int MAX_LENGTH = 200;

    /** Control characters, line separators and lone surrogates are out; a letter, digit, mark or symbol must be in. */
    public static final String FORM = "(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+";

    public ProductName {
        if (text.length() > MAX_LENGTH || !text.matches(FORM)) {
            throw new IllegalArgumentException("not a product name: " + text);
        }
    }
}
