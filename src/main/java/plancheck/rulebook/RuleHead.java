package plancheck.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A rule as written, before anything in it is understood.
 *
 * @param file path below the rules' directory, with forward slashes
 * @param annotations name to value, in the order of the file
 * @param lines name of the annotation to its line
 * @param patterns the rule's conditions, one pattern each
 * @param then the consequence, trimmed
 * @param source the whole rule as written
 */
public record RuleHead(
        String file,
        int line,
        String name,
        Map<String, String> annotations,
        Map<String, Integer> lines,
        List<Pattern> patterns,
        String then,
        String source) {

    /** One pattern: {@code binding : type( constraints )}; an empty type for anything but a plain pattern. */
    public record Pattern(String binding, String type, List<String> constraints, int line) {}

    /** From the tree of a rule book; by hand, because binding a thousand of them by reflection delays every start. */
    static RuleHead of(JsonNode node) {
        Map<String, String> annotations = new LinkedHashMap<>();
        node.path("annotations")
                .properties()
                .forEach(e -> annotations.put(e.getKey(), e.getValue().asString()));
        Map<String, Integer> lines = new LinkedHashMap<>();
        node.path("lines")
                .properties()
                .forEach(e -> lines.put(e.getKey(), e.getValue().asInt()));
        List<Pattern> patterns = new ArrayList<>();
        node.path("patterns").forEach(p -> patterns.add(pattern(p)));
        return new RuleHead(
                node.path("file").asString(),
                node.path("line").asInt(),
                node.path("name").asString(),
                annotations,
                lines,
                List.copyOf(patterns),
                node.path("then").asString(),
                node.path("source").asString());
    }

    private static Pattern pattern(JsonNode node) {
        List<String> constraints = new ArrayList<>();
        node.path("constraints").forEach(constraint -> constraints.add(constraint.asString()));
        return new Pattern(
                node.path("binding").asString(),
                node.path("type").asString(),
                List.copyOf(constraints),
                node.path("line").asInt());
    }

    /** Annotations with their lines, in the order of the file. */
    Map<String, Provision.Written> written() {
        Map<String, Provision.Written> written = new LinkedHashMap<>();
        annotations.forEach((name, value) -> written.put(name, new Provision.Written(value, lineOf(name))));
        return Collections.unmodifiableMap(written);
    }

    int lineOf(String annotation) {
        return lines.getOrDefault(annotation, line);
    }
}
