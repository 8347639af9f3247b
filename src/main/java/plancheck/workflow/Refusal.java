package plancheck.workflow;

import java.util.List;
import plancheck.facts.Label;

/** Why something cannot be done now; its message is for the person who tried. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Label label;
    private final transient List<Label> details;

    /** What kind of refusal. */
    public enum Why {
        /** There is no such thing, or none that he may know of. */
        NOT_FOUND,
        /** It is not for him to do. */
        FORBIDDEN,
        /** It is not the time for it: the state is another, or somebody was quicker. */
        CONFLICT,
        /** What was given cannot be taken. */
        INVALID,
        /** It is larger than is taken. */
        TOO_LARGE,
        /** There is no room left for it. */
        NO_ROOM,
        /** It is kept, but is no longer what was handed in, and so is not handed out. */
        DAMAGED
    }

    /** @param parts what is filled in, see {@link Label#filled} */
    public Refusal(Why why, String zh, String en, Object... parts) {
        this(why, Label.filled(zh, en, parts), List.of());
    }

    /** @param details one by one, when there are several reasons */
    public Refusal(Why why, Label label, List<Label> details) {
        super(label.zh());
        this.why = why;
        this.label = label;
        this.details = List.copyOf(details);
    }

    public Why why() {
        return why;
    }

    /** The message in both languages; {@link #getMessage} is the Chinese one. */
    public Label label() {
        return label;
    }

    public List<Label> details() {
        return details;
    }

    /** @return the message, never null */
    @Override
    public String getMessage() {
        return label.zh();
    }
}
