package dev.sagamart.defaults.problem;

import dev.sagamart.defaults.problem.CommonProblems.FieldError;
import dev.sagamart.messaging.LostConnection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns every failure of a request into a problem document; only what is our own fault is logged as an error. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private final ProblemDocuments documents;

    ProblemAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refused) {
        return documents.answer(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return documents.answer(CommonProblems.invalid(mistyped.getName(), "has the wrong form"));
    }

    /** The same key is being worked on by another request, which holds its row. */
    @ExceptionHandler
    ResponseEntity<Object> locked(PessimisticLockingFailureException locked) {
        return documents.answer(CommonProblems.inProgress());
    }

    /** Spring does not know PostgreSQL's own state for a lock that was waited for too long. */
    @ExceptionHandler
    ResponseEntity<Object> unknown(UncategorizedSQLException unknown) {
        SQLException cause = unknown.getSQLException();
        return cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
                ? documents.answer(CommonProblems.inProgress())
                : broken(unknown);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> outage(Exception outage) {
        log.warn("The database is not available: {}", outage.toString());
        return documents.answer(CommonProblems.unavailable());
    }

    /** A rollback that nobody explains is what is left of a lost connection when a search was answered with nothing. */
    @ExceptionHandler
    ResponseEntity<Object> broken(Exception broken) {
        if (LostConnection.isBehind(broken) || broken instanceof UnexpectedRollbackException) {
            return outage(broken);
        }
        log.error("Unexpected failure", broken);
        return documents.answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "Something went wrong on our side."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return documents.answer(CommonProblems.malformed(
                unreadable.getCause() instanceof JacksonException json
                                && !json.getPath().isEmpty()
                        ? "The body cannot be read at \"" + JsonPath.of(json) + "\"."
                        : "The body is not the JSON that is expected here."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return documents.answer(CommonProblems.invalid(fieldErrors(invalid)));
    }

    private static List<FieldError> fieldErrors(Errors invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field ? field.getField() : "",
                        message(error)))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return documents.answer(CommonProblems.invalid(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors body
                        ? fieldErrors(body).stream()
                        : result.getResolvableErrors().stream()
                                .map(error -> new FieldError(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        message(error))))
                .toList()));
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    /** Everything else that the framework refuses or fails at: its status, our code, no detail of its own. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("Unexpected failure", refused);
        }
        ResponseEntity<Object> answer = documents.answer(FrameworkProblems.of(status));
        var kept = new HttpHeaders(headers);
        kept.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), kept, answer.getStatusCode());
    }
}
