package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.problem.ProblemDocuments;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Request keys; a service that writes runs the migration {@code db/requests}, one that does not switches them off. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "sagamart.requests.enabled", matchIfMissing = true)
class RequestsAutoConfiguration {
    @Bean
    RequestKeyRows requestKeyRows(JdbcTemplate jdbc, Clock clock) {
        return new RequestKeyRows(jdbc, clock);
    }

    @Bean
    RequestKeys requestKeys(
            RequestKeyRows rows, PlatformTransactionManager transactions, JsonMapper json, ProblemDocuments problems) {
        return new RequestKeys(rows, new TransactionTemplate(transactions), json, problems);
    }

    @Bean
    GroupedRequests groupedRequests(RequestKeys alone, RequestKeyRows rows, PlatformTransactionManager transactions) {
        return new GroupedRequests(alone, rows, new TransactionTemplate(transactions));
    }

    @Bean
    RequestRecords keptRequestRecords(RequestKeyRows rows, ObjectProvider<TiedOutcomes> tied) {
        return new KeptRequestRecords(rows, tied);
    }

    @Bean
    RequestRecordController requestRecordController(List<RequestRecords> records) {
        return new RequestRecordController(records);
    }

    @Bean
    WebMvcConfigurer requestKeyArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestKeyArgument());
            }
        };
    }
}
