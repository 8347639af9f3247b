package plancheck.plan;

import plancheck.facts.Label;

/** A file that cannot be read as the text of a plan; the message says why and what to do. */
public final class PlanTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Label label;

    public PlanTextException(Label label) {
        super(label.zh());
        this.label = label;
    }

    public PlanTextException(Label label, Throwable cause) {
        super(label.zh(), cause);
        this.label = label;
    }

    /** The message in both languages; {@link #getMessage} is the Chinese one. */
    public Label label() {
        return label;
    }
}
