package plancheck.archive;

import plancheck.facts.Label;

/** The data folder or the database in it cannot be used as it is; the message is for whoever starts the service. */
public final class UnusableDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Label label;

    /** @param parts what is filled in, see {@link Label#filled} */
    UnusableDataException(String zh, String en, Object... parts) {
        this(Label.filled(zh, en, parts));
    }

    private UnusableDataException(Label label) {
        super(label.en());
        this.label = label;
    }

    /** What is the matter, and what to do. */
    public Label label() {
        return label;
    }
}
