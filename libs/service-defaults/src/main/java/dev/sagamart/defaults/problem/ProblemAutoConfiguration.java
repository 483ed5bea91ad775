package dev.sagamart.defaults.problem;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Problem details for everything. */
@AutoConfiguration
@Import(ProblemAdvice.class)
class ProblemAutoConfiguration {
    @Bean
    ProblemDocuments problemDocuments(ObjectProvider<Tracer> tracers) {
        return new ProblemDocuments(tracers);
    }
}
