package plancheck.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML or JSON into {@link Node}s. Aliases are refused, so none can be multiplied into a bomb; a repeated key is
 * reported, not overwritten.
 */
final class NodeParser {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit((int) SourceText.MAX_BYTES)
                    .build())
            .build();
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Problem> problems;

    NodeParser(List<Problem> problems) {
        this.problems = problems;
    }

    /** The root; null when the text cannot be parsed or holds nothing, which is then among the problems. */
    @Nullable Node parse(String text) {
        boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        try (JsonParser parser = json
                ? JSON.createParser(ObjectReadContext.empty(), text)
                : YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(Problem.error(0, "", "文件里没有内容", "请用“plancheck template”生成一份空白材料再填写"));
                return null;
            }
            Node root = node(parser, first, "");
            if (parser.nextToken() != null) {
                problems.add(Problem.error(
                        parser.currentTokenLocation().getLineNr(), "", "文件里有不止一份材料", "一个文件只放一份材料，请拆开"));
            }
            return root;
        } catch (JacksonException | StackOverflowError e) {
            problems.add(syntax(json ? "JSON" : "YAML", e));
            return null;
        }
    }

    private static Problem syntax(String language, Throwable e) {
        int line = e instanceof JacksonException j && j.getLocation() != null
                ? Math.max(0, j.getLocation().getLineNr())
                : 0;
        String said = e instanceof JacksonException j ? String.valueOf(j.getOriginalMessage()) : "嵌套过深";
        String first = said.lines().findFirst().orElse("").strip();
        if (said.contains("'\\t'") || said.contains("\\t(TAB)")) {
            return Problem.error(line, "", "缩进用了制表符（Tab）", "请把行首的制表符改成空格");
        }
        if (said.contains("mapping values are not allowed")) {
            return Problem.error(line, "", "冒号的位置不对", "冒号后要空一格；内容本身带冒号时请加引号");
        }
        if (said.contains("nesting depth") || said.contains("嵌套过深")) {
            return Problem.error(line, "", "内容层层嵌套，超出限度", "请检查是否误把别的文件当作材料");
        }
        return Problem.error(line, "", language + "写法有误（" + first + "）", "请检查这一行及上一行的缩进、冒号、引号和括号");
    }

    private Node node(JsonParser parser, JsonToken token, String pointer) {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(Problem.error(line, pointer, "用了 YAML 别名（*" + parser.getString() + "）", "请把内容直接写出来"));
            return new Node(Node.Form.EMPTY, null, null, null, line, pointer);
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, line, pointer);
            case START_ARRAY -> list(parser, line, pointer);
            case VALUE_NULL -> new Node(Node.Form.EMPTY, null, null, null, line, pointer);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Form.BOOLEAN, parser, line, pointer);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Node.Form.NUMBER, parser, line, pointer);
            default -> parser.getString().isEmpty()
                    ? new Node(Node.Form.EMPTY, null, null, null, line, pointer)
                    : scalar(Node.Form.TEXT, parser, line, pointer);
        };
    }

    private static Node scalar(Node.Form form, JsonParser parser, int line, String pointer) {
        return new Node(form, parser.getString(), null, null, line, pointer);
    }

    private Node mapping(JsonParser parser, int line, String pointer) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            Node value = node(parser, parser.nextToken(), below);
            if (fields.containsKey(key)) {
                problems.add(Problem.error(keyLine, below, "“" + key + "”写了两次", "请只保留一处"));
            } else {
                fields.put(key, value);
            }
        }
        return new Node(Node.Form.MAPPING, null, fields, null, line, pointer);
    }

    private Node list(JsonParser parser, int line, String pointer) {
        List<Node> elements = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            elements.add(node(parser, token, pointer + "/" + elements.size()));
            token = parser.nextToken();
        }
        return new Node(Node.Form.LIST, null, null, elements, line, pointer);
    }
}
