package plancheck.rulebook.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
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
        try (JsonParser parser = new Plainly(YAML.createParser(text))) {
            // Of an empty file there is none.
            JsonNode tree = Objects.requireNonNullElseGet(YAML.readTree(parser), MissingNode::getInstance);
            int before = problems.size();
            shape.check(new YamlPart(file, tree, "", lines, problems));
            return problems.size() == before ? tree : RuleBookSources.JSON.createObjectNode();
        } catch (NotPlain e) {
            problems.add(e.problem);
            return RuleBookSources.JSON.createObjectNode();
        } catch (StreamConstraintsException e) {
            problems.add(beyondBounds());
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

    private RuleBookProblem beyondBounds() {
        return new RuleBookProblem(
                file, line, Message.of("rulebook.yaml-too-large"), Message.of("rulebook.compare-shipped-rules"));
    }

    /** Ends the reading where something stands that may not; says what. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RuleBookProblem problem;

        NotPlain(RuleBookProblem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    /** Looks at each part as it is read: no anchors, aliases and tags, which would make much of little; and notes its line. */
    private final class Plainly extends JsonParserDelegate {
        private final YAMLParser parser;

        Plainly(JsonParser parser) {
            super(parser);
            this.parser = (YAMLParser) parser;
        }

        @Override
        public @Nullable JsonToken nextToken() {
            JsonToken token = parser.nextToken();
            if (token != null) {
                line = parser.currentTokenLocation().getLineNr();
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(), line);
                if (parser.getStringLength() > LONGEST_VALUE || lines.size() > MOST_PARTS) {
                    throw new NotPlain(beyondBounds());
                }
                if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
                    throw new NotPlain(new RuleBookProblem(
                            file,
                            line,
                            Message.of("rulebook.yaml-anchors"),
                            Message.of("rulebook.write-each-value-where-it-belongs")));
                }
            }
            return token;
        }

        /** The tree is built of names and tokens in turn; both are looked at. */
        @Override
        public @Nullable String nextName() {
            return nextToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : null;
        }
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.strip().lines().findFirst().orElse("");
    }

    private void problem(int line, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(file, line, message, advice));
    }
}
