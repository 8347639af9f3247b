package plancheck.access;

import plancheck.facts.Message;

/** An account or token that cannot be made or changed so; its message is for the person who tried. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public AccountException(Message message) {
        super(message.zh());
        this.message = message;
    }

    /** To be said in the language of the person who tried; {@link #getMessage} is in Chinese. */
    public Message message() {
        return message;
    }
}
