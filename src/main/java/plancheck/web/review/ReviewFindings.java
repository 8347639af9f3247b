package plancheck.web.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.archive.Opinion;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.workflow.ReviewDesk.Matter;

/**
 * One page of the findings that a filter shows: what fails first, then what is open, then the rest, each by chapter.
 *
 * @param total how many the filter shows
 * @param page from 1
 */
record ReviewFindings(int total, int page, int pages, List<RankSection> parts) {
    /** So many findings are on one page: a report has about a thousand. */
    static final int PAGE = 100;

    /** What is to be done about findings. */
    enum Rank {
        FAILS,
        OPEN,
        OTHERS;

        static Rank of(Finding finding, boolean undecided) {
            boolean must = finding.force() == Force.MUST;
            if (must && finding.outcome() == Outcome.FAIL) {
                return FAILS;
            }
            return switch (finding.outcome()) {
                case INSUFFICIENT_DATA, NEEDS_REVIEW, ERROR -> must || undecided ? OPEN : OTHERS;
                case FAIL, NOT_DUE, PASS, DIRECTION, NOT_APPLICABLE -> undecided ? OPEN : OTHERS;
            };
        }
    }

    /** The findings of one rank. */
    record RankSection(Rank rank, List<PlanSection> chapters) {}

    /** The findings of one section of a plan. */
    record PlanSection(ReviewHeadings.Heading heading, List<FindingRow> lines) {}

    /**
     * One finding.
     *
     * @param number its place in the report, by which a page names it
     * @param opinion null when there is none on this revision
     */
    record FindingRow(
            int number,
            Finding finding,
            Matter matter,
            @Nullable Opinion opinion,
            Rank rank) {}

    /** @param page counted from 1; one beyond the last gives the last */
    static ReviewFindings of(ReviewCase opened, ReviewFilter filter, int page, ReviewHeadings headings) {
        List<FindingRow> lines = lines(opened, filter);
        int pages = Math.max(1, (lines.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<FindingRow> here = lines.subList((shown - 1) * PAGE, Math.min(lines.size(), shown * PAGE));
        return new ReviewFindings(lines.size(), shown, pages, parts(here, headings));
    }

    private static List<FindingRow> lines(ReviewCase opened, ReviewFilter filter) {
        Map<Finding, Boolean> undecided = new IdentityHashMap<>();
        opened.undecided().forEach(finding -> undecided.put(finding, true));
        List<FindingRow> lines = new ArrayList<>();
        int number = 0;
        for (Finding finding : opened.submitted().findings()) {
            boolean open = undecided.containsKey(finding);
            if (filter.shows(finding, open)) {
                Matter matter = Matter.of(finding);
                lines.add(new FindingRow(number, finding, matter, opened.opinion(finding), Rank.of(finding, open)));
            }
            number++;
        }
        lines.sort(Comparator.comparing(FindingRow::rank)); // stable: the plans' order within a rank
        return lines;
    }

    private static List<RankSection> parts(List<FindingRow> lines, ReviewHeadings headings) {
        List<RankSection> parts = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (FindingRow line : lines) {
            ReviewHeadings.Heading heading = headings.of(line.finding());
            if (parts.isEmpty() || last(parts).rank() != line.rank()) {
                parts.add(new RankSection(line.rank(), new ArrayList<>()));
                begun.clear();
            }
            List<PlanSection> chapters = last(parts).chapters();
            if (begun.add(heading.id())) {
                chapters.add(new PlanSection(heading, new ArrayList<>()));
            }
            chapters.stream()
                    .filter(chapter -> chapter.heading().id().equals(heading.id()))
                    .forEach(chapter -> chapter.lines().add(line));
        }
        return parts;
    }

    private static RankSection last(List<RankSection> parts) {
        return parts.get(parts.size() - 1);
    }
}
