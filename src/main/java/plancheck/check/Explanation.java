package plancheck.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Subject;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.rulebook.Condition;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;

/**
 * What a provision asks of whom, and what it comes to for a dossier; for doors to show.
 *
 * @param criterion what is asked, for example {@code 不低于97.5%（2025年12月31日前）}
 * @param rulings those it rests on, in its own order; one that the rule book does not have is without text
 * @param subjects each subject that the provision might bind, with its conditions; empty without a dossier
 * @param findings for the provision, with the steps that led to them; empty without a dossier
 */
public record Explanation(
        Provision provision,
        Label criterion,
        List<Ruling> rulings,
        List<SubjectConditions> subjects,
        List<Finding> findings) {

    /** The conditions of the provision's rule for one subject, in the rule's order; the first false one decides. */
    public record SubjectConditions(Label subject, List<ConditionAnswer> conditions) {}

    /**
     * Whether one condition holds.
     *
     * @param words the condition for a reader
     * @param holds null when the dossier does not give what is asked
     * @param actual what the dossier gives, a value as figures have it, a code or a level; null when nothing
     * @param inWords the same for a reader, a Label where it has a name; an empty text when nothing
     */
    public record ConditionAnswer(
            Label words, @Nullable Boolean holds, @Nullable Object actual, Object inWords) {}

    /** The provision by itself. */
    public static Explanation of(Provision provision, RuleBook book) {
        List<Ruling> rulings = provision.rulings().stream()
                .map(id -> book.rulings().getOrDefault(id, new Ruling(id, "", Label.of(""))))
                .toList();
        return new Explanation(provision, CriterionWords.inWords(provision), rulings, List.of(), List.of());
    }

    /**
     * The provision for a dossier.
     *
     * @param report the dossier's own, by the same rule book
     */
    public static Explanation of(Provision provision, RuleBook book, Dossier dossier, Report report) {
        Explanation alone = of(provision, book);
        List<SubjectConditions> subjects = dossier.subjects().stream()
                .filter(subject -> mayBind(provision, subject))
                .map(subject -> new SubjectConditions(subject.name(), answers(provision, subject)))
                .toList();
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.provision().equals(provision.id()))
                .toList();
        return new Explanation(provision, alone.criterion, alone.rulings, subjects, findings);
    }

    /** Whether it is answered in the dossier's declarations, by the provision's own id. */
    public boolean isDeclared() {
        Indicator indicator = provision.indicator();
        return indicator != null && indicator.id().equals(provision.id());
    }

    private static boolean mayBind(Provision provision, Subject subject) {
        return provision.scope().of().includes(subject)
                && (!(subject instanceof Item item)
                        || item.getKind().equals(provision.scope().kind()));
    }

    private static List<ConditionAnswer> answers(Provision provision, Subject subject) {
        return provision.scope().conditions().stream()
                .map(condition -> answer(condition, subject))
                .toList();
    }

    private static ConditionAnswer answer(Condition condition, Subject subject) {
        return new ConditionAnswer(
                condition.words(),
                condition.holds(subject),
                condition.actual(subject),
                condition.actualInWords(subject));
    }
}
