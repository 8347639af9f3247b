package plancheck.workflow;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.report.writing.Json;
import tools.jackson.databind.JsonNode;

/** A dossier's problems as the archive keeps them: in both languages, and in early rows in Chinese only. */
public final class StoredProblems {
    private StoredProblems() {}

    /** JSON array of problems: severity, line, pointer, message, advice. */
    static String write(List<Problem> problems) {
        return Json.MAPPER.writeValueAsString(problems);
    }

    /**
     * @param json null for none
     * @return what was written; a text that is there in Chinese only stands for both languages
     */
    public static List<Problem> read(@Nullable String json) {
        return json == null
                ? List.of()
                : StreamSupport.stream(Json.MAPPER.readTree(json).spliterator(), false)
                        .map(StoredProblems::problem)
                        .toList();
    }

    private static Problem problem(JsonNode node) {
        return new Problem(
                Problem.Severity.valueOf(node.get("severity").asString()),
                node.get("line").asInt(),
                node.get("pointer").asString(),
                label(node.get("message")),
                label(node.get("advice")),
                node.path("counted").asInt(0));
    }

    private static Label label(JsonNode node) {
        return node.isString()
                ? Label.of(node.asString())
                : new Label(node.get("zh").asString(), node.get("en").asString());
    }
}
