package plancheck.access;

import plancheck.facts.Label;

/** An account or token that cannot be made or changed so; its message is for the person who tried. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Label label;

    public AccountException(String zh, String en) {
        super(zh);
        this.label = new Label(zh, en);
    }

    /** The message in both languages; {@link #getMessage} is the Chinese one. */
    public Label label() {
        return label;
    }
}
