package plancheck.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a comparison, the same through every door: both verdicts, and the findings with another outcome. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** With a final line feed. An outcome is null where one report does not ask for it. */
    public static String write(Comparison comparison) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.putObject("verdict")
                .put("before", comparison.before().verdict().id())
                .put("after", comparison.after().verdict().id());
        ArrayNode changes = node.putArray("changes");
        for (Comparison.Change change : comparison.ofOutcome()) {
            changes.addObject()
                    .put("provision", change.latest().provision())
                    .put("subject", change.latest().subject().zh())
                    .put("before", outcome(change.before()))
                    .put("after", outcome(change.after()));
        }
        return Json.write(node);
    }

    private static @Nullable String outcome(@Nullable Finding finding) {
        return finding == null ? null : finding.outcome().id();
    }
}
