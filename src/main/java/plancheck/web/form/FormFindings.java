package plancheck.web.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.writing.FindingWords;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Bureau;

/**
 * The findings on what was filled in, a part of them at a time: nobody reads four hundred passes while typing.
 *
 * @param next what to fill in next
 * @param bases what a project rests on, which is told first and in no group
 * @param groups in the order in which they want attention
 * @param all the outcome of which all findings are wanted; null for none
 */
public record FormFindings(
        Report report,
        NextFigures next,
        List<Finding> bases,
        List<Group> groups,
        FindingWords words,
        @Nullable Outcome all) {
    /** How many of each outcome are shown beside the form unless all are asked for; of the others, none. */
    private static final Map<Outcome, Integer> BESIDE_FORM =
            Map.of(Outcome.FAIL, 40, Outcome.ERROR, 10, Outcome.NEEDS_REVIEW, 15, Outcome.NOT_DUE, 10);

    /** Likewise before the dossier is submitted: what will come back. */
    private static final Map<Outcome, Integer> BEFORE_SUBMISSION =
            Map.of(Outcome.FAIL, 40, Outcome.INSUFFICIENT_DATA, 20);

    private static final List<Outcome> ORDER = List.of(
            Outcome.FAIL,
            Outcome.ERROR,
            Outcome.NEEDS_REVIEW,
            Outcome.INSUFFICIENT_DATA,
            Outcome.NOT_DUE,
            Outcome.PASS,
            Outcome.DIRECTION,
            Outcome.NOT_APPLICABLE);

    /**
     * The findings of one outcome.
     *
     * @param must how many of them are of provisions that decide the verdict
     * @param shown the first of them, or all: those that decide the verdict come first
     * @param byBureau all of them by the bureau they wait for; empty where they are not all shown, or wait for nobody
     */
    record Group(Outcome outcome, int count, int must, List<Finding> shown, List<OpenFindings> byBureau) {
        private static Group of(Outcome outcome, List<Finding> found, int most, List<Bureau> bureaus) {
            List<Finding> shown = found.stream()
                    .sorted(Comparator.comparing(Finding::force)) // stable: the plans' order among those of one force
                    .limit(most)
                    .toList();
            long must = found.stream().filter(one -> one.force() == Force.MUST).count();
            boolean isList = outcome == Outcome.INSUFFICIENT_DATA && most == Integer.MAX_VALUE;
            return new Group(
                    outcome, found.size(), (int) must, shown, isList ? OpenFindings.of(found, bureaus) : List.of());
        }

        public int rest() {
            return count - shown.size();
        }
    }

    /**
     * @param all the outcome of which all findings are wanted, null for none
     * @param bureaus by which what is open is grouped
     */
    static FormFindings besideForm(Report report, @Nullable Outcome all, List<Bureau> bureaus, Wording wording) {
        return of(report, BESIDE_FORM, all, bureaus, wording);
    }

    /** @param all the outcome of which all findings are wanted, null for none */
    public static FormFindings beforeSubmission(Report report, @Nullable Outcome all, Wording wording) {
        return of(report, BEFORE_SUBMISSION, all, List.of(), wording);
    }

    private static FormFindings of(
            Report report, Map<Outcome, Integer> atOnce, @Nullable Outcome all, List<Bureau> bureaus, Wording wording) {
        List<Finding> bases = report.bases();
        List<Group> groups = new ArrayList<>();
        for (Outcome outcome : ORDER) {
            List<Finding> found = report.with(outcome).stream()
                    .filter(finding -> !bases.contains(finding))
                    .toList();
            if (!found.isEmpty()) {
                int most = outcome == all ? Integer.MAX_VALUE : atOnce.getOrDefault(outcome, 0);
                groups.add(Group.of(outcome, found, most, bureaus));
            }
        }
        return new FormFindings(
                report, NextFigures.of(report), bases, List.copyOf(groups), new FindingWords(wording), all);
    }

    /** The groups of which something is shown. */
    public List<Group> listed() {
        return groups.stream().filter(group -> !group.shown().isEmpty()).toList();
    }

    /** Whether a group was asked for as a whole, and stays so. */
    public boolean isAllShown(Group group) {
        return group.outcome() == all && group.rest() == 0;
    }

    public int count(Outcome outcome) {
        return report.counts().getOrDefault(outcome, 0);
    }
}
