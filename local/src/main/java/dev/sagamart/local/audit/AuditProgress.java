package dev.sagamart.local.audit;

/** Hears how far an audit has come. */
public interface AuditProgress {
    AuditProgress SILENT = new AuditProgress() {
        @Override
        public void begins(String check) {}

        @Override
        public void compared(String check, long rows) {}
    };

    void begins(String check);

    /** Told every {@value Comparison#REPORTED_EVERY} rows. */
    void compared(String check, long rows);
}
