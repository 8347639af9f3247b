package plancheck.workflow;

import java.util.List;
import plancheck.facts.Message;

/** Why something cannot be done now; its message is for the person who tried. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Message message;
    private final transient List<Message> details;

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

    public Refusal(Why why, Message message) {
        this(why, message, List.of());
    }

    /** @param details one by one, when there are several reasons */
    public Refusal(Why why, Message message, List<Message> details) {
        super(message.zh());
        this.why = why;
        this.message = message;
        this.details = List.copyOf(details);
    }

    public Why why() {
        return why;
    }

    /** To be said in the language of the person who tried; {@link #getMessage} is in Chinese. */
    public Message message() {
        return message;
    }

    public List<Message> details() {
        return details;
    }

    /** @return in Chinese, never null */
    @Override
    public String getMessage() {
        return message.zh();
    }
}
