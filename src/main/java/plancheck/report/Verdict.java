package plancheck.report;

import java.util.List;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Term;

/** The verdict of a whole dossier. Only provisions of force {@code must} decide it. */
public enum Verdict implements Term {
    COMPLIANT("符合", "Compliant", 0),
    NON_COMPLIANT("不符合", "Non-compliant", 1),
    INDETERMINATE("尚不能判定", "Indeterminate", 2);

    private final Label name;
    private final int exitCode;

    Verdict(String zh, String en, int exitCode) {
        this.name = new Label(zh, en);
        this.exitCode = exitCode;
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** Nothing evaluated is never success: findings that are all not applicable leave it open. */
    public static Verdict of(List<Finding> findings) {
        boolean open = false;
        boolean evaluated = false;
        for (Finding finding : findings) {
            evaluated |= finding.outcome() != Outcome.NOT_APPLICABLE;
            if (finding.force() == Force.MUST) {
                if (finding.outcome() == Outcome.FAIL) {
                    return NON_COMPLIANT;
                }
                open |= switch (finding.outcome()) {
                    case INSUFFICIENT_DATA, NEEDS_REVIEW, ERROR -> true;
                    default -> false;
                };
            }
        }
        return open || !evaluated ? INDETERMINATE : COMPLIANT;
    }

    /** The exit status of {@code plancheck check} for it. */
    public int exitCode() {
        return exitCode;
    }
}
