package plancheck.report.keeping;

/** Bytes that are no stored report, or none that can be read; the message, in English, is for the log. */
public final class StoredReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoredReportException(String message) {
        super(message);
    }

    StoredReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
