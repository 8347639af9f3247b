package plancheck.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;

/**
 * The judged requirement of one provision for one subject.
 *
 * @param rule what its provision says whatever the dossier
 * @param relations how other provisions bear on it
 * @param because the steps that led to the outcome, first to last
 */
public record Finding(
        Rule rule,
        Label subject,
        Outcome outcome,
        Measurement given,
        Target line,
        List<Relation> relations,
        Remainder open,
        List<Reason> because) {

    /**
     * What every finding of a provision says.
     *
     * @param provision its id
     * @param rulings the rulings it rests on, by id
     * @param remedy wording with placeholders, filled in by the writers; empty for the usual wording
     */
    public record Rule(
            String provision, Label title, Force force, List<Citation> citations, List<String> rulings, String remedy) {

        /** The same resting on other clauses. */
        public Rule citing(List<Citation> others) {
            return new Rule(provision, title, force, List.copyOf(others), rulings, remedy);
        }
    }

    /**
     * What the dossier gives.
     *
     * @param measured a number in the line's unit, a Boolean answer or a {@link plancheck.facts.Stage}; null when unknown
     *     or not asked. For a list: how many items meet it. For what a person judges: the figure it is judged by
     * @param margin how far on the right side, negative when short; null for answers, stages, and what no line is drawn for
     * @param basis null when nothing was measured or declared
     * @param assumed whether it rests on an assumed figure
     */
    public record Measurement(
            @Nullable Object measured,
            @Nullable BigDecimal margin,
            @Nullable Basis basis,
            boolean assumed) {
        public static final Measurement NOTHING = new Measurement(null, null, null, false);
    }

    /**
     * What is asked.
     *
     * @param required as measured; for a list: how many items there are to meet it
     * @param op how measured and required are compared; null for answers, stages and lists, of which some may be left only
     *     where it is a {@link Quantifier}
     * @param due end of the day it is due; null when standing or not bound
     */
    public record Target(
            @Nullable Object required,
            @Nullable Term op,
            String unit,
            @Nullable LocalDate due) {
        public static final Target NONE = new Target(null, null, "", null);
    }

    /**
     * What is left to be done.
     *
     * @param missing only figures that could change the outcome
     * @param left names of the list's items that do not meet it
     * @param progress where an unmet target stands; null where there is no baseline
     * @param question what a person has to decide; empty unless {@code needs-review}
     */
    public record Remainder(
            List<Missing> missing,
            List<String> left,
            @Nullable Progress progress,
            Label question) {
        public static final Remainder NOTHING = new Remainder(List.of(), List.of(), null, Label.of(""));
    }

    /** The same finding with what other provisions are to it in this dossier. */
    public Finding with(List<Relation> inDossier) {
        return new Finding(rule, subject, outcome, given, line, inDossier, open, because);
    }

    /** The same, but what it comes to is open until something that is missing is known. */
    public Finding waitingFor(List<Missing> missing) {
        Remainder waits = new Remainder(missing, open.left(), null, Label.of(""));
        return new Finding(rule, subject, Outcome.INSUFFICIENT_DATA, given, line, relations, waits, because);
    }

    /** The same finding with another word for how it is compared. */
    public Finding comparedBy(Term op) {
        Target compared = new Target(line.required(), op, line.unit(), line.due());
        return new Finding(rule, subject, outcome, given, compared, relations, open, because);
    }

    /** The same finding, but of what is only encouraged nothing is asked for, and nothing is missed (ruling R5). */
    public Finding inItsForce() {
        boolean settled = outcome == Outcome.PASS || outcome == Outcome.NOT_APPLICABLE || outcome == Outcome.ERROR;
        if (force() != Force.ENCOURAGE || settled) {
            return this;
        }
        Remainder nothingAsked = new Remainder(List.of(), open.left(), null, Label.of(""));
        return new Finding(rule, subject, Outcome.DIRECTION, given, line, relations, nothingAsked, because);
    }

    /** What it is counted and looked for under: what is only encouraged is among what is kept as little as among what is not. */
    public Outcome listedUnder() {
        return force() == Force.ENCOURAGE && outcome == Outcome.PASS ? Outcome.DIRECTION : outcome;
    }

    /** The same finding with its steps told otherwise. */
    public Finding with(UnaryOperator<Reason> told) {
        List<Reason> steps = because.stream().map(told).toList();
        return new Finding(rule, subject, outcome, given, line, relations, open, steps);
    }

    public String provision() {
        return rule.provision();
    }

    public Label title() {
        return rule.title();
    }

    public Force force() {
        return rule.force();
    }

    public List<Citation> citations() {
        return rule.citations();
    }

    public List<String> rulings() {
        return rule.rulings();
    }

    public @Nullable Object measured() {
        return given.measured();
    }

    public @Nullable BigDecimal margin() {
        return given.margin();
    }

    public @Nullable Basis basis() {
        return given.basis();
    }

    public boolean assumed() {
        return given.assumed();
    }

    public @Nullable Object required() {
        return line.required();
    }

    public String unit() {
        return line.unit();
    }

    public @Nullable LocalDate due() {
        return line.due();
    }

    public List<Missing> missing() {
        return open.missing();
    }

    public List<String> left() {
        return open.left();
    }

    public @Nullable Progress progress() {
        return open.progress();
    }

    public Label question() {
        return open.question();
    }
}
