package plancheck.api.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.api.frame.ProblemLine;
import plancheck.archive.Assessment;
import plancheck.archive.AssessmentRow;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.report.writing.PublishedDecision;
import plancheck.workflow.KeptCounts;
import plancheck.workflow.StoredProblems;

/**
 * An assessment without its report.
 *
 * @param ahead how many are to be done before it; null once it is done
 * @param asOf the day asked for, null for the dossier's own
 * @param verdict null until completed; {@code counts}, {@code dossier} and {@code rulebook} likewise
 * @param problems why it was rejected; warnings when it is completed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assessment", description = "An assessment without its report.")
record AssessmentBody(
        UUID id,

        @Schema(allowableValues = {"queued", "completed", "rejected"})
        String state,

        @Schema(description = "How many are to be done before it; while queued", nullable = true) @Nullable
        Long ahead,

        @Nullable AssessmentDossier dossier,

        @Schema(description = "The day asked for; absent for the dossier's own", nullable = true) @Nullable
        LocalDate asOf,

        @Schema(implementation = Verdict.class, nullable = true) @Nullable
        String verdict,

        @Schema(description = "Findings per outcome", nullable = true) @Nullable
        Map<String, Integer> counts,

        @Nullable PublishedDecision decision,

        @Nullable AssessmentRuleBook rulebook,

        @Schema(description = "Errors when rejected, warnings when completed")
        List<ProblemLine> problems,

        Instant requestedAt,
        @Nullable Instant completedAt,
        AssessmentLinks links) {

    /** What the dossier says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssessmentDossier")
    record AssessmentDossier(
            String id, String title, @Nullable String kind, String place) {}

    /** By which rule book. */
    @Schema(name = "AssessmentRuleBook")
    record AssessmentRuleBook(String version, String digest) {}

    /** Paths; the report's and the findings' are null until it is completed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssessmentLinks")
    record AssessmentLinks(
            String self, @Nullable String report, @Nullable String findings, String dossier) {}

    /** @param report of a project that was checked; null for anything else */
    static AssessmentBody of(Assessment assessment, @Nullable Long ahead, @Nullable Report report, Language language) {
        Assessment.Result result = assessment.result();
        boolean done = assessment.state() == Assessment.State.COMPLETED && result != null;
        return new AssessmentBody(
                assessment.id(),
                id(assessment.state()),
                ahead,
                result == null
                        ? null
                        : new AssessmentDossier(result.dossierId(), result.title(), result.kind(), result.place()),
                assessment.asOf(),
                result == null ? null : result.verdict(),
                result == null ? null : KeptCounts.read(result.counts()),
                report == null ? null : PublishedDecision.of(report, language),
                result == null ? null : new AssessmentRuleBook(result.rulebookVersion(), result.rulebookDigest()),
                StoredProblems.read(assessment.problems()).stream()
                        .map(problem -> ProblemLine.of(problem, language))
                        .toList(),
                assessment.requestedAt(),
                assessment.completedAt(),
                links(assessment.id(), done));
    }

    /** One line of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssessmentLine", description = "One assessment in a list.")
    record AssessmentLine(
            UUID id,

            @Schema(allowableValues = {"queued", "completed", "rejected"})
            String state,

            @Nullable AssessmentDossier dossier,
            @Nullable String verdict,
            @Nullable Map<String, Integer> counts,
            Instant requestedAt,
            AssessmentLinks links) {

        static AssessmentLine of(AssessmentRow line) {
            String dossier = line.dossierId();
            return new AssessmentLine(
                    line.id(),
                    AssessmentBody.id(line.state()),
                    dossier == null
                            ? null
                            : new AssessmentDossier(
                                    dossier, String.valueOf(line.title()), null, String.valueOf(line.place())),
                    line.verdict(),
                    line.counts() == null ? null : KeptCounts.read(line.counts()),
                    line.requestedAt(),
                    AssessmentBody.links(line.id(), line.state() == Assessment.State.COMPLETED));
        }
    }

    static String path(UUID id) {
        return "/api/v1/assessments/" + id;
    }

    private static String id(Assessment.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static AssessmentLinks links(UUID id, boolean done) {
        String self = path(id);
        return new AssessmentLinks(
                self, done ? self + "/report" : null, done ? self + "/findings" : null, self + "/dossier");
    }
}
