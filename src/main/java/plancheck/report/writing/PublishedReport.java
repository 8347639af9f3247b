package plancheck.report.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.Note;
import plancheck.report.Report;

/**
 * A report as programs read it, with its members in their order: what {@code -f json} prints and the API answers.
 *
 * @param asOf an ISO date
 * @param counts findings per outcome
 * @param passes those that pass, by what they rest on
 * @param decision what an approval can act on; left out for anything but a project
 * @param notes left out when there is nothing to say
 */
public record PublishedReport(
        Report.DossierId dossier,
        Report.RuleBookId rulebook,
        String asOf,
        String verdict,
        Map<String, Integer> counts,
        Map<String, Integer> passes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PublishedDecision decision,
        List<RulingText> rulings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoteText> notes,
        List<PublishedFinding> findings) {

    public record RulingText(String id, String text) {}

    public record NoteText(int line, String pointer, String text) {}

    /** Findings by themselves, each as it stands in the report. */
    public static List<PublishedFinding> findings(List<Finding> findings, Language language) {
        return new PublishedFinding.Maker(new Wording(language), citation -> Optional.empty()).of(findings);
    }

    static PublishedReport of(
            Report report, Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        report.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
        Map<String, Integer> passes = new LinkedHashMap<>();
        report.passes().forEach((basis, count) -> passes.put(basis.id(), count));
        return new PublishedReport(
                report.dossier(),
                report.rulebook(),
                report.asOf().toString(),
                report.verdict().id(),
                counts,
                passes,
                PublishedDecision.of(report, wording),
                rulings(report, wording, rulings),
                report.notes().stream().map(note -> note(note, wording)).toList(),
                new PublishedFinding.Maker(wording, clauses).of(report.findings()));
    }

    static List<RulingText> rulings(Report report, Wording wording, Map<String, Label> rulings) {
        return rulings(report.citedRulings(), wording, rulings);
    }

    static List<RulingText> rulings(List<String> cited, Wording wording, Map<String, Label> rulings) {
        return cited.stream()
                .map(id -> new RulingText(id, wording.say(rulings.getOrDefault(id, Label.of("")))))
                .toList();
    }

    private static NoteText note(Note note, Wording wording) {
        return new NoteText(note.line(), note.pointer(), wording.say(note.said()));
    }
}
