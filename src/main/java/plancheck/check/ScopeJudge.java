package plancheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plancheck.dossier.Dossier;
import plancheck.facts.Label;
import plancheck.facts.Project;
import plancheck.facts.Subject;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Provision;
import plancheck.rulebook.Scope;

/**
 * Says why a provision binds nobody in a dossier: a condition known to be false, or one that a missing figure leaves
 * open. That a provision binds is said by Drools alone; where the two disagree the finding is an error.
 */
final class ScopeJudge {
    private final Figures figures;

    ScopeJudge(Figures figures) {
        this.figures = figures;
    }

    /** Whether every condition of the rule, read one by one, holds for a subject that Drools says is bound. */
    boolean agrees(Provision provision, Subject subject) {
        for (Condition condition : provision.scope().conditions()) {
            if (!Boolean.TRUE.equals(condition.holds(subject))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The finding for a provision for which no rule fired.
     *
     * @param subjects those of its sort
     */
    Finding unbound(Provision provision, Dossier dossier, List<Subject> subjects) {
        Scope scope = provision.scope();
        Subject nearest = null;
        int furthest = -1;
        for (Subject subject : subjects) {
            int falseAt = firstFalse(scope, subject);
            if (falseAt < 0) {
                return open(provision, subject, dossier.asOf());
            }
            if (falseAt > furthest) {
                furthest = falseAt;
                nearest = subject;
            }
        }
        if (nearest == null) {
            return new FindingDraft(provision, Label.of(dossier.title()))
                    .because(Reason.of(Reason.Key.NO_SUBJECT, scope.words()))
                    .as(Outcome.NOT_APPLICABLE);
        }
        return new FindingDraft(provision, nearest.name())
                .because(scopeFalse(scope.conditions().get(furthest), nearest))
                .as(Outcome.NOT_APPLICABLE);
    }

    /** Index of the first condition known to be false, -1 when there is none. */
    static int firstFalse(Scope scope, Subject subject) {
        List<Condition> conditions = scope.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            if (Boolean.FALSE.equals(conditions.get(i).holds(subject))) {
                return i;
            }
        }
        return -1;
    }

    static Reason scopeFalse(Condition condition, Subject subject) {
        boolean ownAnswer = subject instanceof Project && condition.figure();
        return Reason.of(
                ownAnswer ? Reason.Key.ANSWERED_OTHERWISE : Reason.Key.SCOPE_FALSE,
                condition.words(),
                condition.actualInWords(subject));
    }

    private Finding open(Provision provision, Subject subject, LocalDate asOf) {
        FindingDraft draft = OpenDraft.of(figures, provision, subject, asOf);
        List<Missing> missing = unknown(provision, subject);
        if (missing.isEmpty()) {
            return draft.because(Reason.of(Reason.Key.ENGINE_DISAGREES, subject.name()))
                    .as(Outcome.ERROR);
        }
        missing.forEach(m -> draft.because(Reason.of(Reason.Key.SCOPE_UNKNOWN, m.label())));
        return isForAPerson(provision, missing)
                ? draft.review(Label.filled(
                        "材料未写明%s，请核定后判断是否符合“%s”。",
                        "The dossier does not say %s; find out and decide whether it keeps: %s",
                        labels(missing),
                        provision.name()))
                : draft.insufficient(missing);
    }

    /** Rulings R19 and R29: whether all that is missing is something a person settles. */
    static boolean isForAPerson(Provision provision, List<Missing> missing) {
        return !missing.isEmpty()
                && missing.stream().allMatch(m -> provision.reviewWithout().contains(m.figure()));
    }

    static Label labels(List<Missing> missing) {
        return new Label(
                missing.stream().map(m -> m.label().zh()).collect(Collectors.joining("、")),
                missing.stream().map(m -> m.label().en()).collect(Collectors.joining(", ")));
    }

    /** What the dossier would have to give for the subject to say whether it is bound. */
    static List<Missing> unknown(Provision provision, Subject subject) {
        List<Missing> missing = new ArrayList<>();
        for (Condition condition : provision.scope().conditions()) {
            if (condition.holds(subject) == null) {
                missing.add(Missing.of(condition.attributeId(), condition.attributeName()));
            }
        }
        return missing;
    }
}
