package plancheck.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;

/**
 * The judged requirement of one provision for one subject.
 *
 * @param measured a number in {@code unit}, a Boolean answer or a {@link plancheck.facts.Stage}; null when unknown or
 *     not asked. For a list: how many items meet it
 * @param required likewise; for a list: how many items there are to meet it
 * @param op how measured and required are compared; null for answers, stages and lists, of which some may be left only
 *     where it is a {@link Quantifier}
 * @param margin how far on the right side, negative when short; null for answers and stages
 * @param due end of the day it is due; null when standing or not bound
 * @param basis null when nothing was measured or declared
 * @param rulings the rulings it rests on, by id
 * @param relations how other provisions bear on it
 * @param missing only figures that could change the outcome
 * @param remedy wording with placeholders, filled in by the writers; empty for the usual wording
 * @param left names of the list's items that do not meet it
 * @param question what a person has to decide; empty unless {@code needs-review}
 * @param assumed whether it rests on an assumed figure
 * @param because the steps that led to the outcome, first to last
 */
public record Finding(
        String provision,
        Label title,
        Label subject,
        Outcome outcome,
        @Nullable Object measured,
        @Nullable Object required,
        @Nullable Term op,
        String unit,
        @Nullable BigDecimal margin,
        @Nullable LocalDate due,
        Force force,
        @Nullable Basis basis,
        List<Citation> citations,
        List<String> rulings,
        List<Relation> relations,
        List<Missing> missing,
        String remedy,
        List<String> left,
        @Nullable Progress progress,
        Label question,
        boolean assumed,
        List<Reason> because) {

    /** The same finding with what other provisions are to it in this dossier. */
    public Finding with(List<Relation> inDossier) {
        return new Finding(
                provision, title, subject, outcome, measured, required, op, unit, margin, due, force, basis, citations,
                rulings, inDossier, missing, remedy, left, progress, question, assumed, because);
    }
}
