package plancheck.report.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.report.Comparison;
import plancheck.report.Finding;

/** A comparison as programs read it, the same through every door: both verdicts, and the findings with another outcome. */
public record PublishedComparison(VerdictPair verdict, List<OutcomeChange> changes) {

    /** Both by their id. */
    public record VerdictPair(String before, String after) {}

    /** An outcome is null where one report does not ask for it. */
    public record OutcomeChange(
            String provision,
            String subject,
            @JsonInclude @Nullable String before,
            @JsonInclude @Nullable String after) {}

    public static PublishedComparison of(Comparison comparison) {
        return new PublishedComparison(
                new VerdictPair(
                        comparison.before().verdict().id(),
                        comparison.after().verdict().id()),
                comparison.ofOutcome().stream().map(PublishedComparison::change).toList());
    }

    private static OutcomeChange change(Comparison.Change change) {
        return new OutcomeChange(
                change.latest().provision(),
                change.latest().subject().zh(),
                outcome(change.before()),
                outcome(change.after()));
    }

    private static @Nullable String outcome(@Nullable Finding finding) {
        return finding == null ? null : finding.outcome().id();
    }
}
