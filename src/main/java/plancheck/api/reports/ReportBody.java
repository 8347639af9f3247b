package plancheck.api.reports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.report.Outcome;
import plancheck.report.Verdict;

/** The report's JSON as the API's description has it; it is written by {@link plancheck.report.writing.ReportWriter}. */
@Schema(name = "Report", description = "The same as `plancheck check -f json` prints.")
public record ReportBody(
        About dossier,
        Book rulebook,
        @Schema(format = "date") String asOf,

        @Schema(implementation = Verdict.class) String verdict,

        @Schema(description = "Findings per outcome") Map<String, Integer> counts,
        List<Ruling> rulings,

        @Nullable @Schema(description = "What was not used of the dossier; left out when there is nothing to say")
        List<Note> notes,

        List<FindingBody> findings) {

    /** What was not used of the dossier, or is doubtful in it. */
    @Schema(name = "ReportNote")
    record Note(
            @Schema(description = "0 when there is none") int line,
            @Schema(description = "JSON pointer") String pointer,
            String text) {}

    /** What was checked. */
    @Schema(name = "ReportDossier")
    record About(
            String id,
            String title,

            @Schema(allowableValues = {"self-assessment", "project"})
            String kind,

            @Schema(description = "GB/T 2260 code") String place,

            @Schema(description = "SHA-256 of the dossier as handed in")
            String digest) {}

    /** By what. */
    @Schema(name = "ReportRuleBook")
    record Book(
            String version,
            @Schema(description = "SHA-256 over its files") String digest) {}

    /** How vague words of the plans were read. */
    @Schema(name = "ReportRuling")
    record Ruling(String id, String text) {}

    /** What one provision came to for one subject. */
    @Schema(name = "Finding")
    record FindingBody(
            String provision,
            String title,
            String subject,

            @Schema(implementation = Outcome.class) String outcome,

            @Schema(
                    description =
                            "A number, true or false, a word, or null") // several types are too many for generators
            Object measured,

            @Schema(description = "Of the same sort as measured")
            Object required,

            @Schema(types = {"string", "null"}) String op,
            String unit,

            @Schema(
                    types = {"number", "null"},
                    description = "Negative when short")
            Number margin,

            @Schema(
                    types = {"string", "null"},
                    format = "date")
            String due,

            @Schema(implementation = Force.class) String force,

            @Schema(types = {"string", "null"}) String basis,

            @Schema(description = "Whether it rests on an assumed figure")
            boolean assumed,

            List<Cited> citations,
            List<String> rulings,
            List<Related> relations,
            List<Lacking> missing,

            @Schema(description = "Items of a list that do not meet it")
            List<String> left,

            @Nullable Progressed progress,
            String question,
            String remedy,
            @Schema(description = "Step by step") List<String> because) {}

    /** Where a provision stands. */
    @Schema(name = "Citation")
    record Cited(
            String plan,
            String document,
            String number,
            String clause,
            String anchor,
            @Nullable String text) {}

    /** How another provision bears on it. */
    @Schema(name = "Relation")
    record Related(
            String kind,
            String provision,
            String title,
            String note,
            @Schema(types = {"string", "null"}) String ruling) {}

    /** A figure that would decide. */
    @Schema(name = "Missing")
    record Lacking(String figure, String label, String hint, List<String> items) {}

    /** How far along the way. */
    @Schema(name = "Progress")
    record Progressed(
            @Schema(types = {"number", "null"}) Number baseline,
            int baselineYear,
            @Schema(types = {"number", "null"}) Number expected,
            boolean behind) {}
}
