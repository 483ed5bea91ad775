package dev.sagamart.defaults.deadletters;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.ProblemDocuments;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.messaging.deadletters.DeadLettersUnavailable;
import dev.sagamart.messaging.deadletters.DeskTopics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters of the topics that this service listens to. */
@RestController
@ConditionalOnBean(DeskTopics.class)
@RequestMapping(DeadLetterController.PATH)
class DeadLetterController {
    static final String PATH = "/v1/dead-letters/{topic}";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);

    private final DeskTopics topics;
    private final Desk desk;
    private final RequestKeys requests;
    private final ProblemDocuments problems;

    DeadLetterController(DeskTopics topics, Desk desk, RequestKeys requests, ProblemDocuments problems) {
        this.topics = topics;
        this.desk = desk;
        this.requests = requests;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "Dead letters of a topic, oldest first")
    @Refuses(status = 404, codes = "NOT_FOUND")
    Page<LetterDocument> list(@PathVariable String topic, PageQuery page) {
        requireOurs(topic);
        return desk.list(topic, page);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A dead letter with its headers, its payload and what was decided about it")
    @Refuses(status = 404, codes = "NOT_FOUND")
    OpenedLetterDocument open(@PathVariable String topic, @PathVariable String id) {
        requireOurs(topic);
        return desk.open(topic, id);
    }

    @PostMapping("/replays")
    @Operation(summary = "Send dead letters to their topic once more: all of them or, if one cannot go, none")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutcomeDocument.class)))
    @Refuses(status = 404, codes = "NOT_FOUND")
    @Refuses(status = 409, codes = "DEAD_LETTER_REFUSED")
    ResponseEntity<String> replay(
            RequestKey key, @PathVariable String topic, @Valid @RequestBody ReplayRequest request) {
        requireOurs(topic);
        return requests.once(key, request, () -> desk.replay(topic, request, key.userId()));
    }

    @PostMapping("/discards")
    @Operation(summary = "Put dead letters aside for good: all of them or, if one was decided about before, none")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutcomeDocument.class)))
    @Refuses(status = 404, codes = "NOT_FOUND")
    @Refuses(status = 409, codes = "DEAD_LETTER_REFUSED")
    ResponseEntity<String> discard(
            RequestKey key, @PathVariable String topic, @Valid @RequestBody DiscardRequest request) {
        requireOurs(topic);
        return requests.once(key, request, () -> desk.discard(topic, request, key.userId()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(DeadLettersUnavailable outage) {
        log.warn("Dead letters cannot be read: {}", outage.toString());
        return problems.answer(CommonProblems.unavailable());
    }

    private void requireOurs(String topic) {
        if (!topics.names().contains(topic)) {
            throw CommonProblems.notFound().asException();
        }
    }
}
