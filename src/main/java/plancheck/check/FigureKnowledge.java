package plancheck.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Caveat;
import plancheck.report.Basis;
import plancheck.report.Missing;
import plancheck.report.Reason;

/**
 * What is known of an indicator for a subject.
 *
 * @param value null when unknown
 * @param atLeast a lower bound when only part of a sum is known, else null
 * @param year the year it belongs to
 * @param missing what would make it known
 * @param steps how it was come by
 * @param caveat what the dossier itself says against the value
 */
record FigureKnowledge(
        @Nullable BigDecimal value,
        @Nullable BigDecimal atLeast,
        int year,
        Basis basis,
        boolean assumed,
        List<Missing> missing,
        List<Reason> steps,
        Caveat caveat) {

    static FigureKnowledge unknown(List<Missing> missing, List<Reason> steps) {
        return new FigureKnowledge(null, null, 0, Basis.DECLARED, false, missing, steps, Caveat.NONE);
    }

    /** What is known of a worked-out figure's two inputs together, when one of them is unknown. */
    static FigureKnowledge unknown(FigureKnowledge first, FigureKnowledge second) {
        List<Missing> missing = new ArrayList<>(first.missing);
        missing.addAll(second.missing);
        List<Reason> steps = new ArrayList<>(first.steps);
        steps.addAll(second.steps);
        return unknown(List.copyOf(missing), List.copyOf(steps));
    }

    /** With something more that counts for it, which is not the dossier's own figure. */
    FigureKnowledge plus(BigDecimal more, Reason why) {
        List<Reason> told = new ArrayList<>(steps);
        told.add(why);
        return new FigureKnowledge(
                value == null ? null : value.add(more),
                atLeast,
                year,
                basis,
                assumed,
                missing,
                List.copyOf(told),
                caveat);
    }
}
