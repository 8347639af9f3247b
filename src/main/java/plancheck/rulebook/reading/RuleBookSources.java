package plancheck.rulebook.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plancheck.facts.Digest;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A directory of rules as text: every {@code .drl} and {@code .yaml} file below it, with a digest over all of
 * them. {@link #parsed} turns it into one JSON tree, which is all that the program carries of its own rules.
 */
public final class RuleBookSources {
    /** Plain big numbers, so that no figure ever passes through a double. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, YamlShape> TOP = new LinkedHashMap<>();

    static {
        TOP.put("rulebook", YamlShapes.RULE_BOOK);
        TOP.put("indicators", YamlShapes.INDICATORS);
        TOP.put("rulings", YamlShapes.RULINGS);
        TOP.put("places", YamlShapes.PLACES);
    }

    /** Where an entry of the indicators or of {@code rulings.yaml} begins, in the tree. */
    static final String LINE = "line";

    /** In which file an indicator stands, in the tree. */
    static final String FILE = "file";

    /** What changed in each chapter, by file. */
    static final String CHANGES = "changes";

    /** Where checks of the rules are not right; a rule book need not have any. */
    static final String EXCEPTIONS = "exceptions";

    static final String BUREAUS = "bureaus";
    static final String CHECKS = "checks";

    /** What the plans name and count of works, by plan; a plan need not have any. */
    static final String WORKS = "works";

    private static final String INDICATORS = "indicators";

    /** Where each key of a {@code plan.yaml} stands. */
    static final String LINES = "lines";

    private static final Pattern SAME_AS = Pattern.compile("@sameAs\\( *\"([^\"]*)\"");

    /** That only some of the rule files are in the tree. */
    static final String PART = "part";

    private final Map<String, String> files;
    private final String digest;

    private RuleBookSources(Map<String, String> files) {
        this.files = files;
        this.digest = digest(files);
    }

    /**
     * Reads the directory.
     *
     * @throws RuleBookException when it, or a file of it, cannot be read
     */
    public static RuleBookSources read(Path directory) {
        List<RuleBookProblem> problems = new ArrayList<>();
        Map<String, String> files = new RuleDirectory(directory, problems).files();
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new RuleBookSources(files);
    }

    /** The same rules with one file's text changed or added, for tests of single changes. */
    public RuleBookSources with(String file, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, text);
        return new RuleBookSources(changed);
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
     * All of it, as one tree.
     *
     * @throws RuleBookException when a file cannot be parsed, or there is no rule at all
     */
    public JsonNode parsed() {
        return parsed(rules());
    }

    /** The same with those rule files alone that hold a provision, or such as its id begins. */
    JsonNode parsed(String id) {
        ObjectNode tree = parsed(holding(id));
        tree.put(PART, true);
        return tree;
    }

    boolean holds(String id) {
        return !holding(id).isEmpty();
    }

    private Map<String, String> holding(String id) {
        Map<String, String> rules = rules();
        Set<String> others = new HashSet<>();
        Map<String, String> all = new LinkedHashMap<>(rules);
        rules.values().removeIf(text -> !text.contains("\"" + id));
        rules.values().forEach(text -> SAME_AS.matcher(text).results().forEach(same -> others.add(same.group(1))));
        all.forEach((file, text) -> {
            if (others.stream().anyMatch(other -> text.contains("rule \"" + other + " "))) {
                rules.put(file, text);
            }
        });
        return rules;
    }

    private ObjectNode parsed(Map<String, String> rules) {
        List<RuleBookProblem> problems = new ArrayList<>();
        ObjectNode tree = JSON.createObjectNode();
        tree.put("digest", digest);
        List<RuleHead> heads = new ArrayList<>();
        rules.forEach((file, text) -> heads.addAll(new RuleFile(file, problems).heads(text)));
        tree.set("heads", JSON.valueToTree(heads));
        TOP.forEach((name, shape) -> tree.set(name, yaml(name + ".yaml", shape, problems)));
        indicators(tree, problems);
        String exceptions = EXCEPTIONS + ".yaml";
        if (files.containsKey(exceptions)) {
            tree.set(EXCEPTIONS, yaml(exceptions, YamlShapes.EXCEPTIONS, problems));
        }
        String bureaus = BUREAUS + ".yaml";
        if (files.containsKey(bureaus)) {
            tree.set(BUREAUS, yaml(bureaus, YamlShapes.BUREAUS, problems));
        }
        String checks = CHECKS + ".yaml";
        if (files.containsKey(checks)) {
            tree.set(CHECKS, yaml(checks, YamlShapes.CHECKS, problems));
        }
        ObjectNode plans = tree.putObject("plans");
        for (String file : files.keySet()) {
            if (file.endsWith("/plan.yaml")) {
                plans.set(file.substring(0, file.indexOf('/')), yaml(file, YamlShapes.PLAN, problems));
            }
        }
        ObjectNode changes = tree.putObject(CHANGES);
        for (String file : files.keySet()) {
            if (file.endsWith("/" + CHANGES + ".yaml")) {
                changes.set(file, yaml(file, YamlShapes.CHANGES, problems));
            }
        }
        ObjectNode works = tree.putObject(WORKS);
        for (String file : files.keySet()) {
            if (file.endsWith("/" + WORKS + ".yaml")) {
                works.set(file.substring(0, file.indexOf('/')), yaml(file, YamlShapes.WORKS, problems));
            }
        }
        if (heads.isEmpty() && problems.isEmpty()) {
            problems.add(new RuleBookProblem(
                    "*.drl",
                    0,
                    Message.of("rulebook.no-rules"),
                    Message.of("rulebook.check-whether-rules-names-right-one")));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return tree;
    }

    /** Those of {@code indicators.yaml}, then those of each file below {@code indicators/}, by their names. */
    private void indicators(ObjectNode tree, List<RuleBookProblem> problems) {
        if (!(tree.path(INDICATORS) instanceof ObjectNode first)) {
            return;
        }
        ArrayNode all = JSON.createArrayNode();
        add(all, INDICATORS + ".yaml", first);
        for (String file : files.keySet()) {
            if (file.startsWith(INDICATORS + "/")) {
                add(all, file, yaml(file, YamlShapes.MORE_INDICATORS, problems));
            }
        }
        if (all.isEmpty() && problems.isEmpty()) {
            problems.add(new RuleBookProblem(
                    INDICATORS + ".yaml",
                    0,
                    Message.of("rulebook.indicators-missing"),
                    Message.of("rulebook.where-indicators-stand")));
        }
        first.set(INDICATORS, all);
    }

    private static void add(ArrayNode all, String file, JsonNode from) {
        from.path(INDICATORS).forEach(entry -> {
            if (entry instanceof ObjectNode indicator) {
                indicator.put(FILE, file);
            }
            all.add(entry);
        });
    }

    private JsonNode yaml(String file, YamlShape shape, List<RuleBookProblem> problems) {
        String text = files.get(file);
        if (text == null) {
            problems.add(new RuleBookProblem(
                    file,
                    0,
                    Message.of("rulebook.file-missing"),
                    Message.of("rulebook.rules-directory-is-not-whole-complete")));
            return JSON.createObjectNode();
        }
        RuleBookYaml yaml = new RuleBookYaml(file, problems);
        JsonNode tree = yaml.read(text, shape);
        if (shape == YamlShapes.INDICATORS || shape == YamlShapes.MORE_INDICATORS || shape == YamlShapes.RULINGS) {
            yaml.noteLines(tree, LINE);
        } else if (shape == YamlShapes.PLAN) {
            yaml.noteLinesOfKeys(tree, LINES);
        }
        return tree;
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
