package plancheck.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import plancheck.facts.Language;

/** A problem as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "RFC 9457. Errors are there when a dossier or a request has several.")
public record ProblemBody(
        @Schema(example = ApiProblem.DOSSIER_INVALID) String type,
        String title,
        int status,

        @Schema(
                description = "Which problem it is, for programs; the same in both languages",
                example = "workflow.no-such-dossier")
        String code,

        String detail,

        @Schema(description = "Path of the request") @Nullable
        String instance,

        @Nullable List<ProblemLine> errors) {

    public static ProblemBody of(ApiProblem problem, Language language, @Nullable String instance) {
        return new ProblemBody(
                problem.type(),
                title(problem.status()),
                problem.status().value(),
                problem.detail().key(),
                language.of(problem.detail()),
                instance,
                problem.errors().stream()
                        .map(error -> ProblemLine.of(error, language))
                        .toList());
    }

    static String title(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == null ? "Error" : status.getReasonPhrase();
    }
}
