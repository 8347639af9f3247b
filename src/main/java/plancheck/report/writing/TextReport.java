package plancheck.report.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.report.Note;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.Standing;

/** The report for people: what to act on first, what does not concern them last. */
final class TextReport implements ReportWriter {
    private final Wording wording;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;
    private final FindingWords words;
    private final UnboundProvisions notApplicable;

    TextReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.wording = wording;
        this.words = new FindingWords(wording);
        this.notApplicable = new UnboundProvisions(wording);
        this.clauses = clauses;
        this.rulings = rulings;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            texts.add(report(reports.get(i), reports.size() == 1 ? "" : sources.get(i) + wording.say("mark.colon")));
        }
        return String.join("\n" + "═".repeat(40) + "\n\n", texts);
    }

    /** @param source before each note; empty when there is no other it could be of */
    private String report(Report report, String source) {
        StringBuilder text = new StringBuilder();
        boolean project = report.dossier().kind().equals("project");
        text.append(wording.say("report.title")).append("\n\n");
        line(
                text,
                "",
                "report.dossier",
                report.dossier().title() + bracketed(report.dossier().id()));
        line(text, "", project ? "report.asOf.project" : "report.asOf", wording.date(report.asOf()));
        line(text, "", "report.rulebook", report.rulebook().version());
        line(
                text,
                "",
                "verdict",
                wording.term(report.verdict())
                        + bracketed(wording.say("verdict." + report.verdict().name())));
        Standing standing = report.standing();
        line(text, "", "report.basis", standing == null ? "" : wording.term(standing));
        int bases = report.bases().size();
        line(text, "", "report.counts", counts(report) + (bases == 0 ? "" : wording.say("report.counts.bases", bases)));
        long assumed = report.findings().stream().filter(Finding::assumed).count();
        if (assumed > 0) {
            line(text, "", "report.assumed.count", wording.say("report.assumed.marked", String.valueOf(assumed)));
        }
        for (Note note : report.notes()) {
            line(text, "", "report.note", source + wording.say(note.inWords()));
        }
        if (project) {
            new ProjectText(wording, words).sections(text, report);
        } else {
            sections(text, report);
        }
        rulings(text, project ? ProjectText.rulings(report) : report.citedRulings());
        text.append('\n')
                .append(wording.say(
                        "report.digest",
                        report.dossier().digest().substring(0, 12),
                        report.rulebook().digest().substring(0, 12)))
                .append('\n');
        return text.toString();
    }

    private void sections(StringBuilder text, Report report) {
        String[] numerals = wording.say("report.numerals").split(" ");
        int section = 0;
        for (Outcome outcome : Outcome.values()) {
            List<Finding> findings = report.with(outcome);
            if (findings.isEmpty()) {
                continue;
            }
            text.append('\n')
                    .append(wording.say(
                            "report.section",
                            numerals[section++],
                            wording.term(outcome),
                            String.valueOf(findings.size())))
                    .append('\n');
            if (outcome == Outcome.NOT_APPLICABLE) {
                notApplicable.groups(findings).forEach(group -> append(text, group));
            } else {
                findings.forEach(finding -> append(text, finding));
            }
        }
    }

    /** What the numbers beside 释义 stand for. */
    private void rulings(StringBuilder text, List<String> cited) {
        if (!cited.isEmpty()) {
            text.append('\n').append(wording.say("report.rulings.cited")).append('\n');
        }
        for (String id : cited) {
            text.append("  ")
                    .append(id)
                    .append(' ')
                    .append(wording.say(rulings.getOrDefault(id, Label.of(""))))
                    .append('\n');
        }
    }

    private String counts(Report report) {
        return report.counts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> wording.say(
                        "report.count", wording.term(e.getKey()), String.valueOf(e.getValue()), must(report, e)))
                .collect(Collectors.joining(comma()));
    }

    /** How many of the findings that decide a verdict are of force must, where not all of them are. */
    private String must(Report report, Map.Entry<Outcome, Integer> count) {
        if (count.getKey() == Outcome.PASS) {
            return bracketed(words.passes(report));
        }
        if (count.getKey() == Outcome.DIRECTION || count.getKey() == Outcome.NOT_APPLICABLE) {
            return "";
        }
        long must = report.with(count.getKey()).stream()
                .filter(f -> f.force() == Force.MUST)
                .count();
        return must == count.getValue()
                ? ""
                : bracketed(wording.say("report.count.must", wording.term(Force.MUST), String.valueOf(must)));
    }

    private void append(StringBuilder text, UnboundProvisions.Group group) {
        text.append("\n  ")
                .append(wording.say("report.group", group.reason(), String.valueOf(group.count())))
                .append('\n');
        group.entries().forEach(entry -> text.append("    · ").append(entry).append('\n'));
    }

    private void append(StringBuilder text, Finding finding) {
        text.append("\n  ")
                .append(finding.provision())
                .append(' ')
                .append(wording.say(finding.title()))
                .append(finding.assumed() ? wording.say("report.assumed") : "")
                .append('\n');
        String indent = "      ";
        line(text, indent, "report.subject", wording.say(finding.subject()) + bracketed(wording.term(finding.force())));
        line(text, indent, "report.required", words.required(finding));
        line(text, indent, "report.measured", words.measured(finding));
        line(text, indent, "report.left", words.left(finding));
        finding.missing().forEach(m -> line(text, indent, "report.missing", words.missing(finding, m)));
        line(text, indent, "report.question", wording.say(finding.question()));
        line(text, indent, "report.progress", words.progress(finding));
        if (finding.outcome() == Outcome.FAIL) {
            line(text, indent, "report.remedy", wording.remedy(finding));
        }
        cited(text, indent, finding);
        line(text, indent, "report.because", words.note(finding));
    }

    private void cited(StringBuilder text, String indent, Finding finding) {
        for (Citation citation : finding.citations()) {
            line(text, indent, "report.clause", words.citation(citation));
            clauses.apply(citation).ifPresent(clause -> line(text, indent, "report.clauseText", clause));
        }
        words.relations(finding).forEach(relation -> line(text, indent, "report.relation", relation));
        line(text, indent, "report.rulings", String.join(wording.say("mark.list"), finding.rulings()));
    }

    private String bracketed(String inner) {
        return wording.say("mark.brackets", inner);
    }

    private String comma() {
        return wording.say("mark.comma");
    }

    /** A line with its label; none when there is nothing to say. */
    private void line(StringBuilder text, String indent, String label, String value) {
        if (!value.isEmpty()) {
            text.append(indent)
                    .append(wording.say(label))
                    .append(wording.say("mark.colon"))
                    .append(value)
                    .append('\n');
        }
    }
}
