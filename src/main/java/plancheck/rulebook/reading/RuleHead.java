package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.rulebook.Provision;
import tools.jackson.databind.JsonNode;

/**
 * A rule as written, before anything in it is understood.
 *
 * @param file path below the rules' directory, with forward slashes
 * @param annotations name to value, in the order of the file
 * @param lines name of the annotation to its line
 * @param pattern whom it binds
 * @param source the whole rule as written
 */
public record RuleHead(
        String file,
        int line,
        String name,
        Map<String, String> annotations,
        Map<String, Integer> lines,
        Pattern pattern,
        String source) {

    /** {@code $subject : type( constraints )}. */
    public record Pattern(String type, List<Constraint> constraints, int line) {}

    /**
     * One comparison.
     *
     * @param attribute {@code kind}, {@code level}, {@code code}, {@code sector}, {@code number}, {@code yes} or {@code text}
     * @param indicator the id in the brackets of the last three, else empty
     * @param operands literals as written, texts with their quotes; one, except for {@code in}
     */
    public record Constraint(String attribute, String indicator, String operator, List<String> operands, int line) {}

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
        JsonNode pattern = node.path("pattern");
        List<Constraint> constraints = new ArrayList<>();
        pattern.path("constraints").forEach(c -> constraints.add(constraint(c)));
        return new RuleHead(
                node.path("file").asString(),
                node.path("line").asInt(),
                node.path("name").asString(),
                annotations,
                lines,
                new Pattern(
                        pattern.path("type").asString(),
                        List.copyOf(constraints),
                        pattern.path("line").asInt()),
                node.path("source").asString());
    }

    private static Constraint constraint(JsonNode node) {
        List<String> operands = new ArrayList<>();
        node.path("operands").forEach(operand -> operands.add(operand.asString()));
        return new Constraint(
                node.path("attribute").asString(),
                node.path("indicator").asString(),
                node.path("operator").asString(),
                List.copyOf(operands),
                node.path("line").asInt());
    }

    /** Annotations with their lines, in the order of the file. */
    Map<String, Provision.RawAnnotation> written() {
        Map<String, Provision.RawAnnotation> written = new LinkedHashMap<>();
        annotations.forEach((name, value) -> written.put(name, new Provision.RawAnnotation(value, lineOf(name))));
        return Collections.unmodifiableMap(written);
    }

    int lineOf(String annotation) {
        return lines.getOrDefault(annotation, line);
    }
}
