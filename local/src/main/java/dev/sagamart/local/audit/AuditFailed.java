package dev.sagamart.local.audit;

/** The audit could not be carried out, so nothing is known. */
public final class AuditFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
