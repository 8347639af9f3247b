package plancheck.report.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;

/**
 * A project's findings on two pages: what it rests on, what somebody has to do something about, and a line each for the rest. What
 * binds no project is counted; {@code explain}, JSON and the other formats name it.
 */
final class ProjectText {
    private static final Set<Outcome> TO_ACT_ON =
            EnumSet.of(Outcome.FAIL, Outcome.INSUFFICIENT_DATA, Outcome.NEEDS_REVIEW, Outcome.ERROR);
    private static final Set<Reason.Key> SAID_BY_THE_QUESTION =
            EnumSet.of(Reason.Key.BASIS_DIFFERS, Reason.Key.QUESTION);
    private static final String INDENT = "      ";

    private final Wording wording;
    private final FindingWords words;
    private int section;
    private String project = "";

    ProjectText(Wording wording, FindingWords words) {
        this.wording = wording;
        this.words = words;
    }

    void sections(StringBuilder text, Report report) {
        project = report.dossier().title();
        List<Finding> bases = report.bases();
        if (!bases.isEmpty()) {
            heading(text, wording.say("report.basis"), bases.size());
            bases.forEach(finding -> basis(text, finding));
        }
        for (Outcome outcome : Outcome.values()) {
            List<Finding> findings = report.with(outcome).stream()
                    .filter(finding -> !bases.contains(finding))
                    .toList();
            if (findings.isEmpty()) {
                continue;
            }
            if (outcome == Outcome.NOT_APPLICABLE) {
                List<Finding> answered =
                        findings.stream().filter(ProjectText::isAnswered).toList();
                if (!answered.isEmpty()) {
                    heading(text, wording.say("report.project.answered"), answered.size());
                    text.append("  ")
                            .append(answered.stream()
                                    .map(finding -> finding.provision() + " " + wording.say(finding.title()))
                                    .distinct()
                                    .collect(Collectors.joining(wording.say("mark.semicolon"))))
                            .append('\n');
                }
                text.append('\n')
                        .append(wording.say("report.project.unbound", findings.size() - answered.size()))
                        .append('\n');
                continue;
            }
            heading(text, wording.term(outcome), findings.size());
            grouped(findings).forEach(alike -> {
                if (TO_ACT_ON.contains(outcome)) {
                    full(text, alike);
                } else {
                    brief(text, alike);
                }
            });
        }
    }

    /** Those that what fails or is for a person rests on; the others say nothing that somebody has to act on. */
    static List<String> rulings(Report report) {
        Set<String> needed = report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL
                        || finding.outcome() == Outcome.NEEDS_REVIEW
                                && !report.bases().contains(finding))
                .flatMap(finding -> finding.rulings().stream())
                .collect(Collectors.toSet());
        return report.citedRulings().stream().filter(needed::contains).toList();
    }

    /** Whether the project's own answer is why it is not asked further. */
    static boolean isAnswered(Finding finding) {
        return finding.outcome() == Outcome.NOT_APPLICABLE
                && finding.because().stream().anyMatch(reason -> reason.key() == Reason.Key.ANSWERED_OTHERWISE);
    }

    /** Lots of which the same is found are told together. */
    private static List<List<Finding>> grouped(List<Finding> findings) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> same = Arrays.asList(
                    finding.provision(), finding.given(), finding.line(), finding.open(), finding.citations());
            groups.computeIfAbsent(same, key -> new ArrayList<>()).add(finding);
        }
        return List.copyOf(groups.values());
    }

    private void heading(StringBuilder text, String name, int count) {
        String[] numerals = wording.say("report.numerals").split(" ");
        text.append('\n')
                .append(wording.say("report.section", numerals[section++], name, String.valueOf(count)))
                .append('\n');
    }

    private void basis(StringBuilder text, Finding finding) {
        text.append("  ")
                .append(wording.say(finding.subject()))
                .append(wording.say("mark.colon"))
                .append(wording.value(finding.measured()))
                .append(bracketed(wording.term(finding.outcome())))
                .append('\n');
        boolean asks = !finding.question().zh().isEmpty();
        finding.because().stream()
                .filter(reason -> !(asks && SAID_BY_THE_QUESTION.contains(reason.key())))
                .forEach(reason ->
                        text.append(INDENT).append(wording.say(reason)).append('\n'));
        asked(text, finding);
        finding.citations().forEach(citation -> line(text, "report.clause", words.citation(citation)));
    }

    private void full(StringBuilder text, List<Finding> alike) {
        Finding finding = alike.get(0);
        title(text, alike);
        if (finding.force() != Force.MUST) {
            line(text, "report.force", wording.term(finding.force()));
        }
        if (finding.outcome() == Outcome.FAIL) {
            line(text, "report.required", words.required(finding));
            line(text, "report.measured", words.measured(finding));
            line(text, "report.left", words.left(finding));
            line(text, "report.remedy", wording.remedy(finding));
        }
        asked(text, finding);
        line(text, "report.clause", clauses(finding));
        line(text, "report.because", finding.outcome() == Outcome.FAIL ? words.note(finding) : "");
    }

    private void asked(StringBuilder text, Finding finding) {
        List<Missing> missing = finding.missing();
        line(
                text,
                "report.missing",
                missing.stream().map(each -> words.missing(finding, each)).collect(Collectors.joining(comma())));
        line(text, "report.question", wording.say(finding.question()));
    }

    private void brief(StringBuilder text, List<Finding> alike) {
        Finding finding = alike.get(0);
        title(text, alike);
        boolean absent = Boolean.FALSE.equals(finding.required()) && Boolean.FALSE.equals(finding.measured());
        String measured = absent ? wording.say("report.project.absent") : words.measured(finding);
        String found = List.of(measured, words.progress(finding)).stream()
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(wording.say("mark.semicolon")));
        text.append(INDENT)
                .append(found)
                .append(found.isEmpty() ? "" : wording.say("mark.semicolon"))
                .append(clauses(finding))
                .append('\n');
    }

    private void title(StringBuilder text, List<Finding> alike) {
        Finding finding = alike.get(0);
        String subjects = alike.stream()
                .filter(each -> !each.subject().zh().equals(project))
                .map(this::subject)
                .collect(Collectors.joining(wording.say("mark.list")));
        text.append("  ")
                .append(finding.provision())
                .append(' ')
                .append(wording.say(finding.title()))
                .append(subjects.isEmpty() ? "" : bracketed(subjects))
                .append(finding.assumed() ? wording.say("report.assumed") : "")
                .append('\n');
    }

    /** A lot without the project's title, a place as it is called. */
    private String subject(Finding finding) {
        String subject = wording.say(finding.subject());
        return subject.startsWith(project) ? subject.substring(project.length() + 1) : subject;
    }

    /** The first with its words, the others by their place. */
    private String clauses(Finding finding) {
        List<Citation> citations = finding.citations();
        return citations.stream().limit(1).map(words::citation).collect(Collectors.joining())
                + citations.stream()
                        .skip(1)
                        .map(citation -> wording.say("mark.list") + words.document(citation) + citation.clause())
                        .collect(Collectors.joining());
    }

    private void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(INDENT)
                    .append(wording.say(label))
                    .append(wording.say("mark.colon"))
                    .append(value)
                    .append('\n');
        }
    }

    private String bracketed(String inner) {
        return wording.say("mark.brackets", inner);
    }

    private String comma() {
        return wording.say("mark.comma");
    }
}
