package plancheck.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;

/**
 * Which findings of a report are wanted: of each parameter one of the values must fit. Null or empty for any.
 *
 * @param subject in either language
 * @param plan id of the plan that the provision's own clause is of
 */
record FindingFilter(
        @Parameter(
                description = "Repeat it or part values by commas",
                array = @ArraySchema(schema = @Schema(example = "fail")))
        @Nullable
        List<String> outcome,

        @Nullable List<String> force,
        @Nullable List<String> provision,
        @Nullable List<String> subject,
        @Nullable List<String> plan) {

    /** @throws ApiProblem 400 for an outcome or force that there is not */
    List<Finding> of(Report report) {
        known("outcome", Outcome.class, outcome);
        known("force", Force.class, force);
        return report.findings().stream().filter(this::fits).toList();
    }

    private boolean fits(Finding finding) {
        return fits(outcome, finding.outcome().id())
                && fits(force, finding.force().id())
                && fits(provision, finding.provision())
                && (fits(subject, finding.subject().zh())
                        || fits(subject, finding.subject().en()))
                && fits(
                        plan,
                        finding.citations().isEmpty()
                                ? ""
                                : finding.citations().get(0).plan());
    }

    private static boolean fits(@Nullable List<String> wanted, String value) {
        return wanted == null || wanted.isEmpty() || wanted.contains(value);
    }

    private static <T extends Enum<T> & Term> void known(
            String parameter, Class<T> vocabulary, @Nullable List<String> wanted) {
        for (String id : wanted == null ? List.<String>of() : wanted) {
            if (Term.find(vocabulary, id).isEmpty()) {
                List<String> ids =
                        Stream.of(vocabulary.getEnumConstants()).map(Term::id).toList();
                throw ApiProblem.bad(
                        parameter + " 可用：" + String.join("、", ids), parameter + " is one of " + String.join(", ", ids));
            }
        }
    }
}
