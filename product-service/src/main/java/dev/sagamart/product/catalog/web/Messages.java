package dev.sagamart.product.catalog.web;

/** What a client is told about a wrong field where the form alone says too little. */
final class Messages {
    static final String NAME = "must have a visible character and no control character";

    private Messages() {}
}
