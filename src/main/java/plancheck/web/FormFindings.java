package plancheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.report.Finding;
import plancheck.report.FindingWords;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.Wording;

/**
 * The findings beside a form, a part of them at a time: nobody reads four hundred passes while typing.
 *
 * @param next what to fill in next
 * @param groups in the order in which they want attention
 */
record FormFindings(Report report, NextFigures next, List<Group> groups, FindingWords words) {
    /** How many of each outcome are shown unless all are asked for; of the others, none. */
    private static final Map<Outcome, Integer> AT_ONCE =
            Map.of(Outcome.FAIL, 40, Outcome.ERROR, 10, Outcome.NEEDS_REVIEW, 15, Outcome.NOT_DUE, 10);

    private static final List<Outcome> ORDER = List.of(
            Outcome.FAIL,
            Outcome.ERROR,
            Outcome.NEEDS_REVIEW,
            Outcome.INSUFFICIENT_DATA,
            Outcome.NOT_DUE,
            Outcome.PASS,
            Outcome.NOT_APPLICABLE);

    /**
     * The findings of one outcome.
     *
     * @param shown the first of them, or all
     */
    record Group(Outcome outcome, int count, List<Finding> shown) {
        public int rest() {
            return count - shown.size();
        }
    }

    /** @param all the outcome of which all findings are wanted, null for none */
    static FormFindings of(Report report, @Nullable Outcome all, Wording wording) {
        List<Group> groups = new ArrayList<>();
        for (Outcome outcome : ORDER) {
            List<Finding> found = report.with(outcome);
            int most = outcome == all ? Integer.MAX_VALUE : AT_ONCE.getOrDefault(outcome, 0);
            if (!found.isEmpty()) {
                groups.add(new Group(
                        outcome,
                        found.size(),
                        found.stream()
                                .limit(most)
                                .map(FormFindings::withoutLines)
                                .toList()));
            }
        }
        return new FormFindings(report, NextFigures.of(report), List.copyOf(groups), new FindingWords(wording));
    }

    public int count(Outcome outcome) {
        return report.counts().getOrDefault(outcome, 0);
    }

    /** Nobody who fills in a form knows the lines of the file that will come of it. */
    static Finding withoutLines(Finding f) {
        List<Reason> because = f.because().stream()
                .map(reason -> new Reason(
                        reason.key(),
                        reason.arguments().stream()
                                .map(argument -> argument instanceof Reason.Line ? new Reason.Line(0) : argument)
                                .toList()))
                .toList();
        return new Finding(
                f.provision(),
                f.title(),
                f.subject(),
                f.outcome(),
                f.measured(),
                f.required(),
                f.op(),
                f.unit(),
                f.margin(),
                f.due(),
                f.force(),
                f.basis(),
                f.citations(),
                f.rulings(),
                f.relations(),
                f.missing(),
                f.remedy(),
                f.left(),
                f.progress(),
                f.question(),
                f.assumed(),
                because);
    }
}
