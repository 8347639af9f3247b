package plancheck.archive;

import plancheck.facts.Message;

/** The data folder or the database in it cannot be used as it is; the message is for whoever starts the service. */
public final class UnusableDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    UnusableDataException(Message message) {
        super(message.en());
        this.message = message;
    }

    /** What is the matter, and what to do. */
    public Message message() {
        return message;
    }
}
