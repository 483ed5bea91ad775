package dev.sagamart.loadtests.gateway;

import dev.sagamart.loadtests.measuring.Requests;
import java.util.List;

/** What clients ask the gateway for. */
enum Scenario {
    CHARGE("write with token and Idempotency-Key", "POST /v1/points/charges") {
        @Override
        Requests requests(String start, List<String> tokens) {
            return Requests.writing(start, tokens, "{\"amount\":100}");
        }
    },
    PRODUCT("read without token", "GET /v1/products/1") {
        @Override
        Requests requests(String start, List<String> tokens) {
            return Requests.reading(start, List.of());
        }
    },
    BALANCE("read with token", "GET /v1/points") {
        @Override
        Requests requests(String start, List<String> tokens) {
            return Requests.reading(start, tokens);
        }
    };

    private final String meaning;
    private final String request;

    Scenario(String meaning, String request) {
        this.meaning = meaning;
        this.request = request;
    }

    abstract Requests requests(String start, List<String> tokens);

    Requests requests(int port, List<String> tokens) {
        String headers = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n";
        return requests(request + headers, tokens);
    }

    /** Whether the gateway has to keep the answer. */
    boolean writes() {
        return this == CHARGE;
    }

    /** For people. */
    String label() {
        return meaning + ", `" + request + "`";
    }
}
