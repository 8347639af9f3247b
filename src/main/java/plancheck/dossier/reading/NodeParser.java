package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML or JSON into {@link Node}s. Aliases are refused, so none can be multiplied into a bomb; a repeated key is
 * reported, not overwritten.
 */
public final class NodeParser {
    /** A hundred thousand villages of nine attributes; more is no dossier, and fills the memory. */
    private static final int MOST_VALUES = 1_000_000;

    /** Words that stand in a list over and over are kept once. */
    private static final int LONGEST_WORD = 12;

    private static final int MOST_WORDS = 10_000;

    /** A dossier is five levels deep. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(50).build();

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit((int) SourceText.MAX_BYTES)
                    .build())
            .streamReadConstraints(LIMITS)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // it would stop at the first
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    private final Problems problems;
    private final boolean lines;
    private final Map<String, String> words = new HashMap<>();
    private int values;

    public NodeParser(Problems problems) {
        this(problems, true);
    }

    /** @param lines whether anybody knows the lines of the text; where nobody does, all are 0 */
    public NodeParser(Problems problems, boolean lines) {
        this.problems = problems;
        this.lines = lines;
    }

    /** The root; null when the text cannot be parsed or holds nothing, which is then among the problems. */
    @Nullable
    public Node parse(String text) {
        Optional<Problem> other = OtherText.recognise(text);
        if (other.isPresent()) {
            problems.add(other.get());
            return null;
        }
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        int tooLong = json ? 0 : YamlSyntax.tooLongLine(text);
        if (tooLong > 0) {
            problems.add(Problem.error(
                    tooLong,
                    "",
                    Message.of("dossier.line-too-long"),
                    Message.of("dossier.check-whether-dossier-or-split")));
            return null;
        }
        try (JsonParser parser = json
                ? JSON.createParser(ObjectReadContext.empty(), text)
                : YAML.createParser(ObjectReadContext.empty(), text)) {
            return root(parser, json, text);
        } catch (JacksonException | YamlEngineException e) {
            if (json) {
                problems.add(JsonSyntax.explain(e));
            } else {
                YamlSyntax.explain(e, text, problems);
            }
            return null;
        }
    }

    private @Nullable Node root(JsonParser parser, boolean json, String text) {
        JsonToken first = parser.nextToken();
        Node root = first == null ? Node.empty(0, Pointer.ROOT) : node(parser, first, line(parser), Pointer.ROOT);
        if (values > MOST_VALUES) {
            return null;
        }
        if (root.isEmpty()) {
            problems.add(
                    Problem.error(0, "", Message.of("dossier.empty-file"), Message.of("dossier.make-blank-dossier")));
            return null;
        }
        if (first != null && parser.nextToken() != null) {
            problems.add(Problem.error(
                    line(parser),
                    "",
                    Message.of("dossier.several-dossiers"),
                    Message.of("dossier.one-dossier-a-file")));
        }
        boolean broken = !json
                && root.form() != Node.Form.MAPPING
                && !YamlSyntax.slips(text, problems).isEmpty();
        return broken ? null : root;
    }

    /** @param line of the key it stands after, else its own */
    private Node node(JsonParser parser, JsonToken token, int line, Pointer where) {
        if (values++ == MOST_VALUES) {
            problems.add(Problem.error(
                    line,
                    "",
                    Message.of("dossier.too-many-values", MOST_VALUES / 10_000),
                    Message.of("dossier.right-file-or-split-lists")));
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            String alias = parser.getString();
            problems.error(
                    "alias",
                    this,
                    line,
                    where,
                    () -> Message.of("dossier.yaml-alias", Node.shortened(alias)),
                    () -> Message.of("dossier.write-out-alias"));
            return Node.empty(line, where);
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, line, where);
            case START_ARRAY -> list(parser, line, where);
            case VALUE_NULL -> Node.empty(line, where);
            case VALUE_TRUE, VALUE_FALSE -> Node.scalar(Node.Form.BOOLEAN, once(parser.getString()), line, where);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Node.scalar(Node.Form.NUMBER, once(parser.getString()), line, where);
            default -> text(parser, line, where);
        };
    }

    private Node text(JsonParser parser, int line, Pointer where) {
        String text = parser.getString();
        if (text.isEmpty() || (parser instanceof YAMLParser && text.equals("~"))) {
            return Node.empty(line, where);
        }
        checkCharacters(text, line, where);
        return Node.scalar(Node.Form.TEXT, once(text), line, where);
    }

    private String once(String text) {
        String before = text.length() > LONGEST_WORD ? null : words.get(text);
        if (before == null && text.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
            words.put(text, text);
        }
        return before == null ? text : before;
    }

    /** Escapes can bring in what no report format can carry. */
    private void checkCharacters(String text, int line, Pointer where) {
        if (SourceText.firstUnprintable(text) >= 0) {
            problems.error(
                    "unprintable",
                    this,
                    line,
                    where,
                    () -> Message.of("dossier.control-character-in-value"),
                    () -> Message.of("dossier.delete-and-type-again"));
        }
    }

    private Node mapping(JsonParser parser, int line, Pointer where) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (values <= MOST_VALUES && parser.nextToken() != JsonToken.END_OBJECT) {
            String key = once(parser.currentName());
            int keyLine = line(parser);
            Pointer below = where.below(key);
            checkCharacters(key, keyLine, below);
            Node value = node(parser, parser.nextToken(), keyLine, below);
            Node before = fields.putIfAbsent(key, value);
            if (before != null) {
                problems.error(
                        "key again",
                        this,
                        keyLine,
                        below,
                        () -> before.line() == keyLine
                                ? Message.of("dossier.key-twice", Node.shortened(key))
                                : Message.of("dossier.key-twice-on-line", Node.shortened(key), before.line()),
                        () -> Message.of("dossier.keep-one-of-them"));
            }
        }
        return Node.mapping(fields, line, where);
    }

    private Node list(JsonParser parser, int line, Pointer where) {
        List<Node> elements = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (values <= MOST_VALUES && token != JsonToken.END_ARRAY) {
            elements.add(node(parser, token, line(parser), where.below(elements.size())));
            token = parser.nextToken();
        }
        return Node.list(elements, line, where);
    }

    private int line(JsonParser parser) {
        return lines ? parser.currentTokenLocation().getLineNr() : 0;
    }
}
