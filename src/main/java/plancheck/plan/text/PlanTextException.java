package plancheck.plan.text;

import java.io.IOException;
import java.nio.file.Path;
import plancheck.facts.Message;

/** A file that cannot be read as the text of a plan; the message says why and what to do. */
public final class PlanTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public PlanTextException(Message message) {
        super(message.zh());
        this.message = message;
    }

    public PlanTextException(Message message, Throwable cause) {
        super(message.zh(), cause);
        this.message = message;
    }

    /** The file is not there, or may not be read. */
    public static PlanTextException unreadable(Path file, IOException cause) {
        return new PlanTextException(Message.of("plan.text-unreadable", file), cause);
    }

    /** To be said in the language of whoever gave the file; {@link #getMessage} is in Chinese. */
    public Message message() {
        return message;
    }
}
