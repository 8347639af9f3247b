package plancheck.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import plancheck.report.Outcome;
import plancheck.report.writing.Json;
import tools.jackson.core.type.TypeReference;

/** Findings per outcome as the archive keeps them: a JSON object, outcomes by their ids. */
public final class KeptCounts {
    private static final TypeReference<LinkedHashMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private KeptCounts() {}

    static String write(Map<Outcome, Integer> counts) {
        Map<String, Integer> byId = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> byId.put(outcome.id(), count));
        return Json.MAPPER.valueToTree(byId).toString();
    }

    /** By the outcome's id, in the order they were written in. */
    public static Map<String, Integer> read(String json) {
        return Json.MAPPER.readValue(json, COUNTS);
    }
}
