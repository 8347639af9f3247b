package plancheck.api.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.check.Explanation;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.writing.PublishedFinding;
import plancheck.report.writing.PublishedReport;
import plancheck.report.writing.Wording;

/** How findings for a provision came about; all but title and findings only for reports by the rule book at hand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Explanation")
record ExplanationBody(
        String provision,
        String title,
        @Nullable String binds,
        @Nullable String requires,
        @Nullable List<PublishedReport.RulingText> rulings,
        @Nullable List<ExplanationSubject> subjects,
        List<PublishedFinding> findings) {

    /** A subject that the provision might bind. */
    @Schema(name = "ExplanationSubject")
    record ExplanationSubject(String subject, List<ExplanationCondition> conditions) {}

    /** A condition of the rule. */
    @Schema(name = "ExplanationCondition")
    record ExplanationCondition(
            String condition,

            @JsonInclude
            @Schema(
                    types = {"boolean", "null"},
                    description = "null when the dossier does not say")
            @Nullable
            Boolean holds,

            String actual) {}

    /** @param findings all of one provision */
    static ExplanationBody of(List<Finding> findings, Language language) {
        return new ExplanationBody(
                findings.get(0).provision(),
                language.of(findings.get(0).title()),
                null,
                null,
                null,
                null,
                PublishedReport.findings(findings, language));
    }

    static ExplanationBody of(Explanation rule, List<Finding> findings, Language language) {
        Wording wording = new Wording(language);
        return new ExplanationBody(
                findings.get(0).provision(),
                language.of(findings.get(0).title()),
                language.of(rule.provision().scope().words()),
                language.of(rule.criterion()),
                rule.rulings().stream()
                        .map(ruling -> new PublishedReport.RulingText(ruling.id(), language.of(ruling.text())))
                        .toList(),
                rule.subjects().stream()
                        .map(subject -> new ExplanationSubject(
                                language.of(subject.subject()),
                                subject.conditions().stream()
                                        .map(condition -> condition(condition, wording))
                                        .toList()))
                        .toList(),
                PublishedReport.findings(findings, language));
    }

    private static ExplanationCondition condition(Explanation.ConditionAnswer answer, Wording wording) {
        return new ExplanationCondition(wording.say(answer.words()), answer.holds(), wording.value(answer.inWords()));
    }
}
