package plancheck.report.writing;

import org.jspecify.annotations.Nullable;
import plancheck.report.Comparison;
import plancheck.report.Finding;
import tools.jackson.core.JsonGenerator;

/** The JSON of a comparison, the same through every door: both verdicts, and the findings with another outcome. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** Writes it as an object. An outcome is null where one report does not ask for it. */
    public static void write(JsonGenerator json, Comparison comparison) {
        json.writeStartObject();
        json.writeObjectPropertyStart("verdict")
                .writeStringProperty("before", comparison.before().verdict().id())
                .writeStringProperty("after", comparison.after().verdict().id())
                .writeEndObject();
        json.writeArrayPropertyStart("changes");
        for (Comparison.Change change : comparison.ofOutcome()) {
            json.writeStartObject()
                    .writeStringProperty("provision", change.latest().provision())
                    .writeStringProperty("subject", change.latest().subject().zh())
                    .writeStringProperty("before", outcome(change.before()))
                    .writeStringProperty("after", outcome(change.after()))
                    .writeEndObject();
        }
        json.writeEndArray().writeEndObject();
    }

    private static @Nullable String outcome(@Nullable Finding finding) {
        return finding == null ? null : finding.outcome().id();
    }
}
