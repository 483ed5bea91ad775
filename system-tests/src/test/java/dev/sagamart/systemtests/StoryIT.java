package dev.sagamart.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.demo.DemoData;
import dev.sagamart.local.demo.MintedCast;
import dev.sagamart.local.demo.Story;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Clock;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;

@SystemTest
@Order(1)
class StoryIT {
    private final SuiteUnderTest suite;

    StoryIT(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @RepeatedTest(2)
    void the_whole_story_of_the_demo_goes_well_again_and_again_on_the_same_data() {
        try (var api = new Api(suite.gateway())) {
            new DemoData(api.as(suite.mint().token("demo-admin", true))).load();

            assertThat(new Story(api, new MintedCast(suite.mint()), Clock.systemUTC()).play())
                    .isTrue();
        }
    }
}
