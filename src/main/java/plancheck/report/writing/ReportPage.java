package plancheck.report.writing;

import java.util.List;
import plancheck.report.Finding;

/**
 * A report in the words of the HTML page, in the page's order; texts that do not apply are empty. Everything here is
 * plain text or is put into it by the template, which alone makes HTML.
 *
 * @param id begins every id on the page, so that several reports can share one
 * @param standing what a project is to the plans; empty for anything else
 * @param bases what a project rests on; empty for anything else
 * @param settled what a project keeps and what is not due, told in a line each; empty for anything else
 * @param answered what a project's own answers leave nothing to decide of; empty for anything else
 * @param kind the verdict's id, for its colour
 * @param notes what was not used of the dossier
 * @param fails of force must; {@code weaker} are the other fails
 * @param missing what would decide most binding provisions first
 * @param chapters every finding that applies, by chapter of the plan
 */
record ReportPage(
        String id,
        String title,
        String number,
        String asOfName,
        String asOf,
        String rulebook,
        String standing,
        List<FindingEntry> bases,
        List<FindingEntry> settled,
        List<String> answered,
        String kind,
        String mark,
        String verdict,
        String said,
        List<OutcomeCount> counts,
        String assumed,
        List<String> notes,
        List<FindingEntry> fails,
        List<FindingEntry> weaker,
        List<MissingFigure> missing,
        List<FindingEntry> reviews,
        List<FindingEntry> errors,
        List<FindingEntry> directions,
        List<Chapter> chapters,
        int notApplicable,
        List<UnboundProvisions.Group> groups,
        List<PublishedReport.RulingText> rulings,
        String digest) {

    /**
     * How many findings have an outcome, and how many of them are of force must.
     *
     * @param restsOn what they rest on, for passes; else empty
     */
    record OutcomeCount(String kind, String mark, String outcome, int count, int must, String restsOn) {}

    /** A figure that is missing, and the provisions that wait for it. */
    record MissingFigure(String label, String figure, List<String> hints, int count, int must, List<Link> provisions) {}

    /** A provision's id and where the page has its finding. */
    record Link(String provision, String to) {}

    /** The findings under one heading; what they cite of the plan itself needs no title. */
    record Chapter(String plan, String heading, List<FindingEntry> entries) {}

    /** Where a provision stands, and the clause's text when it is to be shown. */
    record QuotedClause(String plan, String document, String place, String text) {}

    /**
     * One finding, which the template puts into words.
     *
     * @param id of its row; empty after the first of a provision
     * @param to where the page has its provision
     */
    record FindingEntry(String id, String to, String mark, Finding finding, List<QuotedClause> citations) {}
}
