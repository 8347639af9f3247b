package plancheck.api.reports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.KnownValues;
import plancheck.facts.Force;
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
                array = @ArraySchema(schema = @Schema(implementation = Outcome.class)))
        @Nullable
        List<String> outcome,

        @Parameter(array = @ArraySchema(schema = @Schema(implementation = Force.class))) @Nullable
        List<String> force,

        @Parameter(description = "Ids of provisions; a 400 when the report has no finding for one") @Nullable
        List<String> provision,

        @Parameter(description = "As the report names them; a 400 when it does not") @Nullable
        List<String> subject,

        @Parameter(description = "Ids of plans", array = @ArraySchema(schema = @Schema(example = "pingliang")))
        @Nullable
        List<String> plan) {

    /** @throws ApiProblem 400 for an outcome or force that there is not, or a provision, subject or plan not of the report */
    List<Finding> of(Report report) {
        List<Finding> all = report.findings();
        KnownValues.of(Outcome.class).check("outcome", outcome);
        KnownValues.of(Force.class).check("force", force);
        known(all.stream().map(Finding::provision)).check("provision", provision);
        known(all.stream().map(Finding::subject).flatMap(s -> Stream.of(s.zh(), s.en())))
                .check("subject", subject);
        known(all.stream().map(FindingFilter::plan)).check("plan", plan);
        return all.stream().filter(this::fits).toList();
    }

    private boolean fits(Finding finding) {
        return fits(outcome, finding.listedUnder().id())
                && fits(force, finding.force().id())
                && fits(provision, finding.provision())
                && (fits(subject, finding.subject().zh())
                        || fits(subject, finding.subject().en()))
                && fits(plan, plan(finding));
    }

    private static boolean fits(@Nullable List<String> wanted, String value) {
        return wanted == null || wanted.isEmpty() || wanted.contains(value);
    }

    private static String plan(Finding finding) {
        return finding.citations().isEmpty() ? "" : finding.citations().get(0).plan();
    }

    private static KnownValues known(Stream<String> values) {
        return KnownValues.of(values.distinct().toList());
    }
}
