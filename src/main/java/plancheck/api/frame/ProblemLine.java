package plancheck.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Language;

/**
 * One thing wrong with what was handed in.
 *
 * @param line from 1; null when the whole is meant
 * @param severity {@code error} or {@code warning}
 * @param code the key of what is wrong
 * @param advice what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProblemLine", description = "What is wrong with a dossier, where, and what to do about it.")
public record ProblemLine(
        @Schema(description = "JSON pointer into the dossier; empty for the whole", example = "/figures/population")
        String pointer,

        @Schema(description = "Line of the dossier as handed in, from 1", nullable = true) @Nullable
        Integer line,

        @Schema(allowableValues = {"error", "warning"}) String severity,

        @Schema(
                description = "Which problem it is, for programs; the same in both languages",
                example = "dossier.unknown-field")
        String code,

        String message,
        @Nullable String advice,

        @Schema(
                description =
                        "How many further problems of the same kind this one stands for, where they are only counted",
                nullable = true)
        @Nullable
        Integer more) {

    public static ProblemLine of(Problem problem, Language language) {
        String advice = language.of(problem.advice());
        return new ProblemLine(
                problem.pointer(),
                problem.line() == 0 ? null : problem.line(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.code(),
                language.of(problem.message()),
                advice.isEmpty() ? null : advice,
                problem.counted() == 0 ? null : problem.counted());
    }
}
