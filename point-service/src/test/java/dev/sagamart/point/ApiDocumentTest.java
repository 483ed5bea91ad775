package dev.sagamart.point;

import dev.sagamart.testsupport.document.ApiDocument;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest(database = "point")
class ApiDocumentTest {
    @Test
    void the_checked_in_document_is_what_the_service_says(@Autowired RestTestClient client) {
        ApiDocument.assertTrue("point-service", client);
    }
}
