package plancheck.api.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Language;
import plancheck.report.ChangeKind;
import plancheck.report.Comparison;
import plancheck.report.Finding;
import plancheck.report.Report;

/** What changed from one submission to another. */
@Schema(name = "Comparison")
public record ComparisonBody(
        ComparisonSide before,
        ComparisonSide after,
        List<ComparisonChange> changes,

        @Schema(description = "Findings with the outcome they had that leave nothing to do")
        int unchanged) {

    /** One of the two. */
    @Schema(name = "ComparisonSide")
    record ComparisonSide(int revision, String verdict) {
        public static ComparisonSide of(int revision, Report report) {
            return new ComparisonSide(revision, report.verdict().id());
        }
    }

    /** What became of a finding; an outcome is null where that submission has no such finding. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComparisonChange")
    record ComparisonChange(
            @Schema(implementation = ChangeKind.class) String kind,

            String provision,
            String title,
            String subject,
            String force,
            @Nullable String before,
            @Nullable String after) {}

    public static ComparisonBody of(Comparison comparison, int before, int after, Language language) {
        return new ComparisonBody(
                ComparisonSide.of(before, comparison.before()),
                ComparisonSide.of(after, comparison.after()),
                comparison.changes().stream()
                        .map(change -> changed(change, language))
                        .toList(),
                comparison.unchanged());
    }

    private static ComparisonChange changed(Comparison.Change change, Language language) {
        Finding latest = change.latest();
        return new ComparisonChange(
                change.kind().id(),
                latest.provision(),
                language.of(latest.title()),
                language.of(latest.subject()),
                latest.force().id(),
                outcome(change.before()),
                outcome(change.after()));
    }

    private static @Nullable String outcome(@Nullable Finding finding) {
        return finding == null ? null : finding.outcome().id();
    }
}
