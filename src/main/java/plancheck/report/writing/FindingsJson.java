package plancheck.report.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plancheck.facts.Language;
import plancheck.report.Finding;
import tools.jackson.core.JsonGenerator;

/** Some of a report's findings, each as it stands in the report's JSON. */
public final class FindingsJson {
    private FindingsJson() {}

    /** Writes them as an array. */
    public static void write(JsonGenerator json, List<Finding> findings, Language language) {
        new JsonReport(new Wording(language), citation -> Optional.empty(), Map.of()).findings(json, findings);
    }
}
