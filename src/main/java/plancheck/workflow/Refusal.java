package plancheck.workflow;

import java.util.List;

/** Why something cannot be done now; its message is for the person who tried. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<String> details;

    /** What kind of refusal. */
    public enum Why {
        /** There is no such thing, or none that he may know of. */
        NOT_FOUND,
        /** It is not for him to do. */
        FORBIDDEN,
        /** It is not the time for it: the state is another, or somebody was quicker. */
        CONFLICT,
        /** What was given cannot be taken. */
        INVALID
    }

    public Refusal(Why why, String message) {
        this(why, message, List.of());
    }

    /** @param details one by one, when there are several reasons */
    public Refusal(Why why, String message, List<String> details) {
        super(message);
        this.why = why;
        this.details = List.copyOf(details);
    }

    public Why why() {
        return why;
    }

    public List<String> details() {
        return details;
    }

    /** @return the message, never null */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
