package plancheck.plan;

/** A file that cannot be read as the text of a plan; the message, in Chinese, says why and what to do. */
public final class PlanTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlanTextException(String message) {
        super(message);
    }

    public PlanTextException(String message, Throwable cause) {
        super(message, cause);
    }
}
