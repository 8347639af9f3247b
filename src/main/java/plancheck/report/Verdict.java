package plancheck.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        if (findings.stream().allMatch(finding -> finding.outcome() == Outcome.NOT_APPLICABLE)) {
            return INDETERMINATE;
        }
        Set<Verdict> found = findings.stream()
                .filter(finding -> finding.force() == Force.MUST)
                .map(finding -> finding.outcome().whole())
                .collect(Collectors.toSet());
        return found.contains(NON_COMPLIANT)
                ? NON_COMPLIANT
                : found.contains(INDETERMINATE) ? INDETERMINATE : COMPLIANT;
    }

    /** The exit status of {@code plancheck check} for it. */
    public int exitCode() {
        return exitCode;
    }
}
