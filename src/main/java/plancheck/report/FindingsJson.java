package plancheck.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** Some of a report's findings, each as it stands in the report's JSON. */
public final class FindingsJson {
    private FindingsJson() {}

    public static ArrayNode of(List<Finding> findings, Language language) {
        JsonReport report = new JsonReport(new Wording(language), citation -> Optional.empty(), Map.of());
        ArrayNode array = Json.MAPPER.createArrayNode();
        findings.forEach(finding -> array.add(report.finding(finding)));
        return array;
    }
}
