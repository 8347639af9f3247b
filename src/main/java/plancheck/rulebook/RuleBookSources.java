package plancheck.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import plancheck.facts.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A directory of rules as text: every {@code .drl} and {@code .yaml} file below it, with a digest over all of
 * them. {@link #parsed} turns it into one JSON tree, which is all that is kept of it beside the compiled rules.
 */
public final class RuleBookSources {
    /** Plain big numbers, so that no figure ever passes through a double. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A key written twice is a slip, of which the later would silently win. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where an entry of {@code indicators.yaml} begins, in the tree. */
    static final String LINE = "line";

    private final Map<String, String> files;
    private final String digest;

    private RuleBookSources(Map<String, String> files) {
        this.files = files;
        this.digest = digest(files);
    }

    /** Reads the directory; an unreadable or empty one is an error of the rule book. */
    public static RuleBookSources read(Path directory) {
        Map<String, String> files = new TreeMap<>();
        List<RuleBookProblem> problems = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(RuleBookSources::isSource).toList()) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                read(file, name, problems).ifPresent(text -> files.put(name, text));
            }
        } catch (IOException e) {
            problems.add(new RuleBookProblem(
                    directory.toString(), 0, "规则目录无法读取（" + e.getMessage() + "）", "请检查 --rules 所指目录"));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new RuleBookSources(files);
    }

    private static Optional<String> read(Path file, String name, List<RuleBookProblem> problems) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.add(new RuleBookProblem(name, 0, "文件不是 UTF-8 编码", "请用编辑器另存为 UTF-8"));
            return Optional.empty();
        }
    }

    /** The same rules with one file's text changed or added, for tests of single changes. */
    public RuleBookSources with(String file, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, text);
        return new RuleBookSources(changed);
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".drl") || name.endsWith(".yaml"));
    }

    /** SHA-256 over paths and contents, in hexadecimal. */
    public String digest() {
        return digest;
    }

    public Map<String, String> files() {
        return files;
    }

    /** Path to text of the rule files alone. */
    public Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                rules.put(file, text);
            }
        });
        return rules;
    }

    /**
     * Everything but the rules' bodies, as one tree.
     *
     * @throws RuleBookException when a file cannot be parsed, or there is no rule at all
     */
    public JsonNode parsed() {
        List<RuleBookProblem> problems = new ArrayList<>();
        ObjectNode tree = JSON.createObjectNode();
        tree.put("digest", digest);
        List<RuleHead> heads = new ArrayList<>();
        rules().forEach((file, text) -> heads.addAll(new RuleFile(file, problems).heads(text)));
        tree.set("heads", JSON.valueToTree(heads));
        for (String name : List.of("rulebook", "indicators", "rulings", "places")) {
            tree.set(name, yaml(name + ".yaml", problems));
        }
        noteLines(tree.path("indicators"), files.getOrDefault("indicators.yaml", ""));
        ObjectNode plans = tree.putObject("plans");
        for (String file : files.keySet()) {
            if (file.endsWith("/plan.yaml")) {
                plans.set(file.substring(0, file.indexOf('/')), yaml(file, problems));
            }
        }
        if (heads.isEmpty() && problems.isEmpty()) {
            problems.add(new RuleBookProblem("*.drl", 0, "规则目录中一条规则也没有", "请检查 --rules 所指目录是否正确、文件是否齐全"));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return tree;
    }

    private JsonNode yaml(String file, List<RuleBookProblem> problems) {
        String text = files.get(file);
        if (text == null) {
            problems.add(new RuleBookProblem(file, 0, "缺少文件", "规则目录不完整，请补齐后再试"));
            return JSON.createObjectNode();
        }
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            problems.add(new RuleBookProblem(file, line, "YAML 写法有误：" + e.getOriginalMessage(), "请检查缩进、冒号和引号"));
            return JSON.createObjectNode();
        }
    }

    /** A tree has forgotten where its parts were written, and messages are to say it: of indicators, sectors and kinds. */
    private static void noteLines(JsonNode tree, String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                TokenStreamContext at = parser.streamReadContext();
                if (token == JsonToken.START_OBJECT
                        && at.getNestingDepth() == 3
                        && tree.at(at.pathAsPointer()) instanceof ObjectNode entry) {
                    entry.put(LINE, parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JacksonException e) {
            // Reported already: the tree is then an empty one.
        }
    }

    private static String digest(Map<String, String> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((file, text) -> {
            all.writeBytes(file.getBytes(StandardCharsets.UTF_8));
            all.write(0);
            all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            all.write(0);
        });
        return Digest.sha256(all.toByteArray());
    }
}
