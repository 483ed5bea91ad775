package dev.sagamart.defaults.deadletters;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import dev.sagamart.defaults.problem.ProblemDocuments;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.defaults.security.AccessRules;
import dev.sagamart.messaging.deadletters.DeskTopics;
import dev.sagamart.messaging.deadletters.DiscardLetters;
import dev.sagamart.messaging.deadletters.ListLetters;
import dev.sagamart.messaging.deadletters.OpenLetter;
import dev.sagamart.messaging.deadletters.ReplayLetters;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The desk of a service that has dead letters to look after. */
@AutoConfiguration(afterName = "dev.sagamart.messaging.deadletters.DeadLettersAutoConfiguration")
@ConditionalOnBean(DeskTopics.class)
class DeadLetterDeskAutoConfiguration {
    @Bean
    AccessRules deadLetterAccess() {
        return new AccessRules()
                .onlyAdminsMay(GET, DeadLetterController.PATH, DeadLetterController.PATH + "/{id}")
                .onlyAdminsMay(POST, DeadLetterController.PATH + "/replays", DeadLetterController.PATH + "/discards");
    }

    @Bean
    DeadLetterController deadLetterController(
            DeskTopics topics,
            ListLetters listing,
            OpenLetter opening,
            ReplayLetters replaying,
            DiscardLetters discarding,
            RequestKeys requests,
            ProblemDocuments problems) {
        return new DeadLetterController(topics, new Desk(listing, opening, replaying, discarding), requests, problems);
    }

    /** Documents which topics there are. */
    @Bean
    GlobalOpenApiCustomizer deadLetterTopics(DeskTopics topics) {
        return new DocumentedTopics(topics.names());
    }
}
