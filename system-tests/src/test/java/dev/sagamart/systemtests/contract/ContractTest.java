package dev.sagamart.systemtests.contract;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;

/** What all tests of the contract share; each is {@code @Order(2)}, which is not inherited. */
@SystemTest
abstract class ContractTest {
    static final String UNKNOWN_ID = "0199b1c0-0000-7000-8000-000000000001";

    final SuiteUnderTest suite;
    final Client client;
    final Shop shop;

    ContractTest(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }
}
