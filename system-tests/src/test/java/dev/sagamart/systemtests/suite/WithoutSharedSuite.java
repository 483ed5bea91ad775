package dev.sagamart.systemtests.suite;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stops the shared suite, whose memory somebody else needs; whoever asks for it later gets a new one. */
public final class WithoutSharedSuite implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        SuiteExtension.stop(context);
    }
}
