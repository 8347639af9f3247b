package plancheck.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Term;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Reason;
import plancheck.rulebook.Provision;

/** A finding in the making: what is known so far, filled in step by step, then given its outcome. */
final class FindingDraft {
    private static final Label NOTHING = Label.of("");

    private final Provision provision;
    private final Label subject;
    private final List<Reason> because = new ArrayList<>(4);
    private @Nullable Object measured;
    private @Nullable Object required;
    private @Nullable Term op;
    private String unit = "";
    private @Nullable BigDecimal margin;
    private @Nullable LocalDate due;
    private @Nullable Basis basis;
    private boolean assumed;
    private List<Missing> missing = List.of();
    private List<String> left = List.of();
    private @Nullable Progress progress;
    private Label question = NOTHING;
    private List<Citation> citations = List.of();

    FindingDraft(Provision provision, Label subject) {
        this.provision = provision;
        this.subject = subject;
    }

    FindingDraft because(Reason reason) {
        because.add(reason);
        return this;
    }

    FindingDraft because(List<Reason> reasons) {
        because.addAll(reasons);
        return this;
    }

    FindingDraft required(@Nullable Object value, String inUnit, @Nullable LocalDate by) {
        required = value;
        unit = inUnit;
        due = by;
        return this;
    }

    FindingDraft op(Term comparison) {
        op = comparison;
        return this;
    }

    FindingDraft measured(Object value, Basis on, boolean isAssumed) {
        measured = value;
        basis = on;
        assumed = isAssumed;
        return this;
    }

    /** For what rests on a statement of which nothing is measured. */
    FindingDraft declared(Basis on) {
        basis = on;
        return this;
    }

    /** For what rests on a figure without measuring it against a line. */
    FindingDraft assumed(boolean isAssumed) {
        assumed = isAssumed;
        return this;
    }

    FindingDraft margin(BigDecimal value) {
        margin = value;
        return this;
    }

    FindingDraft left(List<String> names) {
        left = names;
        return this;
    }

    FindingDraft progress(@Nullable Progress value) {
        progress = value;
        return this;
    }

    /** For what stands in clauses of its own, beside the provision's. */
    FindingDraft citing(List<Citation> others) {
        citations = others;
        return this;
    }

    Finding insufficient(List<Missing> figures) {
        missing = figures;
        return as(Outcome.INSUFFICIENT_DATA);
    }

    Finding review(Label asked) {
        question = asked;
        return as(Outcome.NEEDS_REVIEW);
    }

    Finding as(Outcome outcome) {
        return new Finding(
                citations.isEmpty() ? rule(provision) : rule(provision).citing(citations),
                subject,
                outcome,
                new Finding.Measurement(measured, margin, basis, assumed),
                new Finding.Target(required, op, unit, due),
                provision.relations(),
                new Finding.Remainder(missing, left, progress, question),
                List.copyOf(because));
    }

    /** What every finding of the provision says. */
    static Finding.Rule rule(Provision provision) {
        return new Finding.Rule(
                provision.id(),
                provision.name(),
                provision.force(),
                provision.citations(),
                provision.rulings(),
                provision.remedy());
    }
}
