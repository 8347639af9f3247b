package plancheck.workflow;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.keeping.KeptMessage;
import plancheck.report.writing.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dossier's problems as the archive keeps them: as messages; in words in earlier rows, the first in Chinese only. */
public final class StoredProblems {
    private StoredProblems() {}

    /** JSON array of problems: severity, line, pointer, message, about, advice, counted. */
    static String write(List<Problem> problems) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (Problem problem : problems) {
            ObjectNode one = kept.addObject()
                    .put("severity", problem.severity().name())
                    .put("line", problem.line())
                    .put("pointer", problem.pointer())
                    .put("counted", problem.counted());
            one.set("message", KeptMessage.of(problem.message()));
            one.set("about", KeptMessage.of(problem.about()));
            one.set("advice", KeptMessage.of(problem.advice()));
        }
        return kept.toString();
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
                message(KeptMessage.read(node.get("message"))),
                node.has("about") ? KeptMessage.read(node.get("about")) : Label.of(""),
                KeptMessage.read(node.get("advice")),
                node.path("counted").asInt(0));
    }

    private static Message message(Phrase kept) {
        return kept instanceof Message message ? message : Message.of("workflow.kept-in-words", kept);
    }
}
