package plancheck.rulebook.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML file of a rule book: plain maps, lists and values of bounded depth and length, each key once. A tree has
 * forgotten where its parts were written, and messages are to say it, so lines are noted on the way.
 */
final class RuleBookYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int LONGEST_VALUE = 5000;
    private static final int MOST_PARTS = 100_000;

    private final String file;
    private final List<RuleBookProblem> problems;

    /** By the pointer of a part. */
    private final Map<String, Integer> lines = new HashMap<>();

    /** Of the part that was read last. */
    private int line = 1;

    RuleBookYaml(String file, List<RuleBookProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree, if it has the shape; else an empty one, and the problems. */
    JsonNode read(String text, YamlShape shape) {
        try {
            if (!isPlain(text)) {
                return RuleBookSources.JSON.createObjectNode();
            }
            JsonNode tree = YAML.readTree(text);
            int before = problems.size();
            shape.check(new YamlPart(file, tree, "", lines, problems));
            return problems.size() == before ? tree : RuleBookSources.JSON.createObjectNode();
        } catch (StreamConstraintsException e) {
            beyondBounds();
            return RuleBookSources.JSON.createObjectNode();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            problem(
                    line,
                    Message.of("rulebook.no-yaml", firstLine(e.getOriginalMessage())),
                    Message.of("rulebook.check-yaml"));
            return RuleBookSources.JSON.createObjectNode();
        }
    }

    /** Where the entries of a file begin, as a member of each of them. */
    void noteLines(JsonNode tree, String member) {
        lines.forEach((pointer, line) -> {
            if (pointer.chars().filter(c -> c == '/').count() == 2 && tree.at(pointer) instanceof ObjectNode entry) {
                entry.put(member, line);
            }
        });
    }

    /** Where the keys of a file stand, as one member of it. */
    void noteLinesOfKeys(JsonNode tree, String member) {
        if (tree instanceof ObjectNode top && !top.isEmpty()) {
            ObjectNode all = top.putObject(member);
            lines.forEach((pointer, line) -> {
                if (pointer.lastIndexOf('/') == 0) {
                    all.put(pointer.substring(1), line);
                }
            });
        }
    }

    /** Without anchors, aliases and tags, which would make much of little. */
    private boolean isPlain(String text) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = parser.currentTokenLocation().getLineNr();
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(), line);
                if (parser.getStringLength() > LONGEST_VALUE || lines.size() > MOST_PARTS) {
                    beyondBounds();
                    return false;
                }
                if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
                    problem(
                            line,
                            Message.of("rulebook.yaml-anchors"),
                            Message.of("rulebook.write-each-value-where-it-belongs"));
                    return false;
                }
            }
            return true;
        }
    }

    private void beyondBounds() {
        problem(line, Message.of("rulebook.yaml-too-large"), Message.of("rulebook.compare-shipped-rules"));
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.strip().lines().findFirst().orElse("");
    }

    private void problem(int line, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(file, line, message, advice));
    }
}
