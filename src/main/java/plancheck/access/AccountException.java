package plancheck.access;

/** An account or token that cannot be made or changed so; its message is for the person who tried. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountException(String message) {
        super(message);
    }
}
