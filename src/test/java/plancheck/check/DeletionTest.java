package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBooks;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A missing figure is unknown, not zero and not false: whatever single field is taken out of a dossier, every pass and
 * every fail that is then found must also be found when the field holds any other value it may hold.
 */
class DeletionTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<BigDecimal> NUMBERS = numbers();

    @TestFactory
    Stream<DynamicTest> no_field_can_be_left_out_to_gain_a_verdict() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            assertTrue(dossiers.size() >= 4, "there are at least four shipped dossiers");
            return dossiers.stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> deleteEach(file)));
        }
    }

    private static void deleteEach(Path file) throws IOException {
        JsonNode dossier = YAML.readTree(Files.readString(file));
        List<String> unsound = new ArrayList<>();
        int[] counts = new int[2];
        for (Hole hole : holes(dossier, parent -> parent)) {
            Map<String, @Nullable Outcome> without = outcomes(hole.without());
            without.values().removeIf(outcome -> outcome != Outcome.PASS && outcome != Outcome.FAIL);
            counts[0]++;
            if (without.isEmpty()) {
                continue;
            }
            for (JsonNode other : others(hole.value())) {
                counts[1]++;
                Map<String, @Nullable Outcome> with = outcomes(hole.with(other));
                if (!with.isEmpty()) {
                    without.forEach((key, outcome) -> {
                        // Null is a list longer than its own total: no dossier that could be.
                        if (with.get(key) != null && with.get(key) != outcome) {
                            unsound.add("without " + hole.path() + " " + key + " is " + outcome.id() + ", but with "
                                    + other + " it is " + with.get(key));
                        }
                    });
                }
            }
        }
        assertTrue(counts[0] > 10, "fields were deleted");
        System.out.println(
                file.getFileName() + ": " + counts[0] + " fields deleted, " + counts[1] + " other values tried");
        assertEquals(List.of(), unsound.stream().limit(20).toList());
    }

    /** Outcome by provision and subject; empty when the dossier has problems, for then there is no verdict at all. */
    private static Map<String, @Nullable Outcome> outcomes(JsonNode dossier) {
        Dossier read = READER.read(JSON.writeValueAsBytes(dossier)).dossier();
        Map<String, @Nullable Outcome> outcomes = new LinkedHashMap<>();
        if (read != null) {
            for (Finding f : CHECK.check(read).findings()) {
                outcomes.put(f.provision() + " of " + f.subject(), contradictsItself(f) ? null : f.outcome());
            }
        }
        return outcomes;
    }

    private static boolean contradictsItself(Finding finding) {
        return finding.because().stream().anyMatch(reason -> reason.key() == Reason.Key.LIST_EXCEEDS_TOTAL);
    }

    /** A place in the dossier from which something can be taken out, or into which something else can be put. */
    private record Hole(String path, JsonNode value, UnaryOperator<@Nullable JsonNode> rebuilt) {
        JsonNode without() {
            JsonNode whole = rebuilt.apply(null);
            return whole == null ? NODES.objectNode() : whole;
        }

        JsonNode with(JsonNode other) {
            JsonNode whole = rebuilt.apply(other);
            return whole == null ? NODES.objectNode() : whole;
        }
    }

    private static List<Hole> holes(JsonNode node, UnaryOperator<@Nullable JsonNode> rebuild) {
        return holes("", node, rebuild);
    }

    private static List<Hole> holes(String path, JsonNode node, UnaryOperator<@Nullable JsonNode> rebuild) {
        List<Hole> holes = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> {
                UnaryOperator<@Nullable JsonNode> into = value -> {
                    ObjectNode copy = object.deepCopy();
                    if (value == null) {
                        copy.remove(e.getKey());
                    } else {
                        copy.set(e.getKey(), value);
                    }
                    return rebuild.apply(copy);
                };
                holes.add(new Hole(path + "/" + e.getKey(), e.getValue(), into));
                holes.addAll(holes(path + "/" + e.getKey(), e.getValue(), into));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                UnaryOperator<@Nullable JsonNode> into = value -> {
                    ArrayNode copy = array.deepCopy();
                    if (value == null) {
                        copy.remove(at);
                    } else {
                        copy.set(at, value);
                    }
                    return rebuild.apply(copy);
                };
                holes.add(new Hole(path + "/" + i, array.get(i), into));
                holes.addAll(holes(path + "/" + i, array.get(i), into));
            }
        }
        return holes;
    }

    /** What else might have stood there: for a scalar other values, for a group the group with one of its parts changed. */
    private static List<JsonNode> others(JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        others.add(value);
        if (value.isNumber()) {
            NUMBERS.forEach(number -> others.add(NODES.numberNode(number)));
        } else if (value instanceof ObjectNode || value instanceof ArrayNode) {
            for (Hole hole : holes(value, part -> part)) {
                others.add(hole.without());
                if (!(hole.value() instanceof ObjectNode) && !(hole.value() instanceof ArrayNode)) {
                    few(hole.value()).forEach(other -> others.add(hole.with(other)));
                }
            }
        } else {
            others.addAll(few(value));
        }
        return others;
    }

    private static List<JsonNode> few(JsonNode value) {
        List<JsonNode> few = new ArrayList<>();
        if (value.isNumber()) {
            BigDecimal number = new BigDecimal(value.asString());
            for (String other : new String[] {"0", "1", "29", "30", "50", "100", "2000", "2005", "2006", "99999"}) {
                few.add(NODES.numberNode(new BigDecimal(other)));
            }
            few.add(NODES.numberNode(number.add(BigDecimal.ONE)));
            few.add(NODES.numberNode(number.subtract(BigDecimal.ONE)));
            return few;
        }
        few.add(NODES.booleanNode(true));
        few.add(NODES.booleanNode(false));
        for (Stage stage : Stage.values()) {
            few.add(NODES.stringNode(stage.id()));
        }
        for (Level level : Level.values()) {
            few.add(NODES.stringNode(level.id()));
        }
        BOOK.indicators()
                .values()
                .forEach(indicator -> indicator.choices().keySet().forEach(id -> few.add(NODES.stringNode(id))));
        BOOK.sectors().keySet().forEach(sector -> few.add(NODES.stringNode(sector)));
        return few;
    }

    /** Every number of the rule book with a step to each side, and the ends of the scale. */
    private static Set<BigDecimal> numbers() {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (String end : new String[] {"0", "1", "2", "100", "2019", "2020", "2021", "2022", "2023", "1000000"}) {
            numbers.add(new BigDecimal(end));
        }
        for (Provision provision : BOOK.provisions()) {
            if (provision.criterion() instanceof Criterion.Threshold threshold) {
                threshold.milestones().forEach(m -> around(numbers, m.value()));
            } else if (provision.criterion() instanceof Criterion.Yearly yearly) {
                around(numbers, yearly.value());
            }
            provision
                    .scope()
                    .conditions()
                    .forEach(c -> c.operands().forEach(o -> {
                        if (o instanceof BigDecimal number) {
                            around(numbers, number);
                        }
                    }));
        }
        return numbers;
    }

    private static void around(Set<BigDecimal> numbers, @Nullable BigDecimal line) {
        if (line != null) {
            numbers.add(line);
            numbers.add(line.add(new BigDecimal("0.01")));
            numbers.add(line.subtract(new BigDecimal("0.01")));
            numbers.add(line.multiply(new BigDecimal("0.985")));
        }
    }
}
