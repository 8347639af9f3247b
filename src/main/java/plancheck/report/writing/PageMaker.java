package plancheck.report.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.Standing;
import plancheck.report.Verdict;

/** Puts one report into the words of its HTML page. */
final class PageMaker {
    private final String id;
    private final Wording wording;
    private final FindingWords words;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;
    private final Set<String> taken = new HashSet<>();

    /** @param id begins every id on the page */
    PageMaker(String id, Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.id = id;
        this.wording = wording;
        this.words = new FindingWords(wording);
        this.clauses = clauses;
        this.rulings = rulings;
    }

    ReportPage page(Report report) {
        List<ReportPage.FindingEntry> entries = new ArrayList<>();
        List<ReportPage.Chapter> chapters = new ArrayList<>();
        List<ReportPage.FindingEntry> shown = new ArrayList<>();
        String heading = "";
        for (Finding finding : report.findings()) {
            if (finding.outcome() == Outcome.NOT_APPLICABLE) {
                continue;
            }
            ReportPage.FindingEntry entry = entry(finding);
            shown.add(entry);
            String chapter = chapter(finding);
            if (!chapter.equals(heading)) {
                heading = chapter;
                entries = new ArrayList<>();
                chapters.add(new ReportPage.Chapter(finding.citations().get(0).plan(), heading, entries));
            }
            entries.add(entry);
        }
        Predicate<Finding> must = finding -> finding.force() == Force.MUST;
        List<Finding> outside = report.with(Outcome.NOT_APPLICABLE);
        long assumed = report.findings().stream().filter(Finding::assumed).count();
        boolean project = report.dossier().kind().equals("project");
        Standing standing = report.standing();
        List<ReportPage.FindingEntry> bases = shown.stream()
                .filter(entry -> entry.finding().measured() instanceof Standing)
                .toList();
        List<ReportPage.FindingEntry> rest =
                shown.stream().filter(entry -> !bases.contains(entry)).toList();
        return new ReportPage(
                id,
                report.dossier().title(),
                report.dossier().id(),
                wording.say(project ? "report.asOf.project" : "report.asOf"),
                wording.date(report.asOf()),
                report.rulebook().version(),
                standing == null ? "" : wording.term(standing),
                bases,
                project ? settled(rest) : List.of(),
                outside.stream()
                        .filter(ProjectText::isAnswered)
                        .map(finding -> finding.provision() + " " + wording.say(finding.title()))
                        .distinct()
                        .toList(),
                report.verdict().id(),
                mark(report.verdict()),
                wording.term(report.verdict()),
                wording.say("verdict." + report.verdict().name()),
                counts(report),
                assumed == 0 ? "" : wording.say("report.assumed.marked", String.valueOf(assumed)),
                report.notes().stream().map(note -> wording.say(note.inWords())).toList(),
                entries(rest, Outcome.FAIL, must),
                entries(rest, Outcome.FAIL, must.negate()),
                missing(rest),
                entries(rest, Outcome.NEEDS_REVIEW, finding -> true),
                entries(rest, Outcome.ERROR, finding -> true),
                shown.stream()
                        .filter(entry -> entry.finding().force() == Force.ENCOURAGE)
                        .toList(),
                chapters,
                outside.size()
                        - (int) outside.stream().filter(ProjectText::isAnswered).count(),
                project ? List.of() : new UnboundProvisions(wording).groups(outside),
                PublishedReport.rulings(
                        project ? ProjectText.rulings(report) : report.citedRulings(), wording, rulings),
                wording.say(
                        "report.digest",
                        report.dossier().digest(),
                        report.rulebook().digest()));
    }

    private List<ReportPage.OutcomeCount> counts(Report report) {
        List<ReportPage.OutcomeCount> counts = new ArrayList<>();
        report.counts().forEach((outcome, count) -> {
            if (count > 0) {
                long must = report.with(outcome).stream()
                        .filter(finding -> finding.force() == Force.MUST)
                        .count();
                counts.add(new ReportPage.OutcomeCount(
                        outcome.id(),
                        mark(outcome),
                        wording.term(outcome),
                        count,
                        (int) must,
                        outcome == Outcome.PASS ? words.passes(report) : ""));
            }
        });
        return counts;
    }

    /** What nobody has to do anything about. */
    private static List<ReportPage.FindingEntry> settled(List<ReportPage.FindingEntry> shown) {
        return shown.stream()
                .filter(one ->
                        one.finding().outcome() == Outcome.PASS || one.finding().outcome() == Outcome.NOT_DUE)
                .toList();
    }

    private static List<ReportPage.FindingEntry> entries(
            List<ReportPage.FindingEntry> shown, Outcome outcome, Predicate<Finding> which) {
        return shown.stream()
                .filter(one -> one.finding().outcome() == outcome && which.test(one.finding()))
                .toList();
    }

    /** What is missing, with all provisions that wait for it: what decides most binding ones, then most of all, first. */
    private List<ReportPage.MissingFigure> missing(List<ReportPage.FindingEntry> shown) {
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        for (ReportPage.FindingEntry one : shown) {
            one.finding()
                    .missing()
                    .forEach(missing -> gaps.computeIfAbsent(missing.figure(), figure -> new ArrayList<>())
                            .add(new Gap(one, missing)));
        }
        return gaps.values().stream()
                .map(this::missingFigure)
                .sorted(Comparator.comparingInt(ReportPage.MissingFigure::must)
                        .thenComparing(ReportPage.MissingFigure::count)
                        .reversed())
                .toList();
    }

    /** A finding that waits for a figure. */
    private record Gap(ReportPage.FindingEntry entry, Missing missing) {
        Finding finding() {
            return entry.finding();
        }
    }

    private ReportPage.MissingFigure missingFigure(List<Gap> gaps) {
        Missing first = gaps.get(0).missing();
        return new ReportPage.MissingFigure(
                wording.say(first.label()),
                first.figure(),
                gaps.stream()
                        .map(this::hint)
                        .filter(hint -> !hint.isEmpty())
                        .distinct()
                        .toList(),
                gaps.size(),
                (int) gaps.stream()
                        .filter(gap -> gap.finding().force() == Force.MUST)
                        .count(),
                gaps.stream()
                        .map(gap -> new ReportPage.Link(
                                gap.finding().provision(), gap.entry().to()))
                        .toList());
    }

    private String hint(Gap gap) {
        return gap.missing().figure().equals(gap.finding().provision())
                ? words.what(gap.finding(), gap.missing())
                : wording.say(gap.missing().hint());
    }

    /** The plan and its chapter, whose number begins the clause's path and the provision's id. */
    private String chapter(Finding finding) {
        Citation citation = finding.citations().get(0);
        String number = citation.clause().replaceFirst("/.*", "");
        String inId = finding.provision().replaceFirst("^\\D*(\\d*).*", "$1");
        return wording.say("report.document", citation.document()) + wording.say("html.chapter", number, inId);
    }

    private ReportPage.FindingEntry entry(Finding finding) {
        boolean first = taken.add(finding.provision());
        String place = id + "-" + finding.provision();
        return new ReportPage.FindingEntry(
                first ? place : "",
                "#" + place,
                mark(finding.outcome()),
                finding,
                finding.citations().stream().map(this::cited).toList());
    }

    private ReportPage.QuotedClause cited(Citation citation) {
        return new ReportPage.QuotedClause(
                citation.plan(),
                words.document(citation),
                words.place(citation),
                clauses.apply(citation).orElse(""));
    }

    /** A sign beside the word, for the eye that runs down the page. */
    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case FAIL -> "✗";
            case INSUFFICIENT_DATA -> "?";
            case NEEDS_REVIEW -> "▲";
            case ERROR -> "!";
            case NOT_DUE -> "○";
            case PASS -> "✓";
            case DIRECTION -> "→";
            case NOT_APPLICABLE -> "–";
        };
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case COMPLIANT -> mark(Outcome.PASS);
            case NON_COMPLIANT -> mark(Outcome.FAIL);
            case INDETERMINATE -> mark(Outcome.INSUFFICIENT_DATA);
        };
    }
}
