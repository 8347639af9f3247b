package plancheck.api.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.api.frame.ProblemBody;
import plancheck.archive.Assessment;
import plancheck.facts.Language;

/**
 * What came of one line of a batch: an assessment, or a problem.
 *
 * @param line its number, from 1; blank lines count
 * @param id as the line gives it, null when it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BatchLine")
record BatchLine(
        @Schema(description = "Number of the line, from 1; blank lines count")
        int line,

        @Nullable String id,
        @Nullable UUID assessment,

        @Schema(allowableValues = {"completed", "queued"}) @Nullable
        String state,

        @Nullable String verdict,
        @Nullable Map<String, Integer> counts,

        @Schema(description = "true when an earlier batch with the same key had it") @Nullable
        Boolean replayed,

        AssessmentBody.@Nullable AssessmentLinks links,
        @Nullable ProblemBody problem) {

    static BatchLine of(int line, @Nullable String id, Assessment assessment, boolean replayed) {
        AssessmentBody body =
                AssessmentBody.of(assessment, null, null, Language.ZH); // nothing of it that is shown has words
        return new BatchLine(
                line,
                id,
                assessment.id(),
                body.state(),
                body.verdict(),
                body.counts(),
                replayed ? Boolean.TRUE : null,
                body.links(),
                null);
    }

    static BatchLine of(int line, @Nullable String id, ProblemBody problem) {
        return new BatchLine(line, id, null, null, null, null, null, null, problem);
    }
}
