package dev.sagamart.conformance.cases;

import java.util.List;
import java.util.stream.Stream;

/** All of them: those that only ask come first, those that break something last. */
public final class Cases {
    public static final List<Case> ALL = Stream.of(
                    KeyCases.ALL,
                    ReplayCases.ALL,
                    ReuseCases.ALL,
                    CrowdCases.ALL,
                    TextCases.ALL,
                    BodyCases.ALL,
                    HangUpCases.ALL,
                    RequestCases.ALL,
                    UpstreamCases.ALL,
                    GatewayCases.ALL,
                    StoreCases.ALL,
                    FlushCases.ALL)
            .flatMap(List::stream)
            .toList();

    private Cases() {}
}
