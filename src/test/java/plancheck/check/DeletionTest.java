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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
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
@Execution(ExecutionMode.CONCURRENT)
class DeletionTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Of the counties, which are all asked the same, two in full; of the others every fifth field. */
    private static final Set<String> TRIED_WITH_OTHER_VALUES = Set.of(
            "pingliang-2022.yaml",
            "kongtong-2024.yaml",
            "jingchuan-2023.yaml",
            "sewage-project.yaml",
            "compound-renovation-project.yaml",
            "village-road-project.yaml");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> no_field_can_be_left_out_to_gain_a_verdict() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            assertTrue(dossiers.size() >= 11, "there are eleven shipped dossiers");
            return dossiers.stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> deleteEach(file)));
        }
    }

    private static void deleteEach(Path file) throws IOException {
        JsonNode dossier = YAML.readTree(Files.readString(file));
        Map<String, @Nullable Outcome> whole = outcomes(dossier);
        List<String> unsound = new ArrayList<>();
        int[] counts = new int[2];
        for (Hole hole : holes(dossier, parent -> parent)) {
            Map<String, @Nullable Outcome> without = outcomes(hole.without());
            without.values().removeIf(outcome -> outcome != Outcome.PASS && outcome != Outcome.FAIL);
            counts[0]++;
            if (without.isEmpty()) {
                continue;
            }
            compare(hole, without, "the value it has", whole, unsound);
            if (!TRIED_WITH_OTHER_VALUES.contains(String.valueOf(file.getFileName())) && counts[0] % 5 != 0) {
                continue;
            }
            for (JsonNode other : others(hole)) {
                counts[1]++;
                compare(hole, without, other, outcomes(hole.with(other)), unsound);
            }
        }
        assertTrue(counts[0] > 10, "fields were deleted");
        System.out.println(
                file.getFileName() + ": " + counts[0] + " fields deleted, " + counts[1] + " other values tried");
        assertEquals(List.of(), unsound.stream().limit(20).toList());
    }

    private static void compare(
            Hole hole,
            Map<String, @Nullable Outcome> without,
            Object other,
            Map<String, @Nullable Outcome> with,
            List<String> unsound) {
        if (with.isEmpty()) {
            return;
        }
        without.forEach((key, outcome) -> {
            // Null is a list longer than its own total: no dossier that could be.
            if (with.get(key) != null && with.get(key) != outcome) {
                unsound.add("without " + hole.path() + " " + key + " is " + outcome.id() + ", but with " + other
                        + " it is " + with.get(key));
            }
        });
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
    private static List<JsonNode> others(Hole hole) {
        JsonNode value = hole.value();
        if (!(value instanceof ObjectNode) && !(value instanceof ArrayNode)) {
            return value.isNumber() ? numbers(hole.path()) : few(value);
        }
        List<JsonNode> others = new ArrayList<>();
        for (Hole part : holes(hole.path(), value, whole -> whole)) {
            others.add(part.without());
            if (!(part.value() instanceof ObjectNode) && !(part.value() instanceof ArrayNode)) {
                few(part.value()).forEach(other -> others.add(part.with(other)));
            }
        }
        return others;
    }

    /** Other values of the same kind; one of another kind makes a dossier invalid, and then there is no verdict. */
    private static List<JsonNode> few(JsonNode value) {
        List<JsonNode> few = new ArrayList<>();
        if (value.isNumber()) {
            BigDecimal number = new BigDecimal(value.asString());
            for (String other : new String[] {"0", "1", "29", "30", "50", "100", "2000", "2005", "2006", "99999"}) {
                few.add(NODES.numberNode(new BigDecimal(other)));
            }
            few.add(NODES.numberNode(number.add(BigDecimal.ONE)));
            few.add(NODES.numberNode(number.subtract(BigDecimal.ONE)));
        } else if (value.isBoolean()) {
            few.add(NODES.booleanNode(!value.asBoolean()));
        } else {
            vocabularies()
                    .filter(words -> words.contains(value.asString()))
                    .forEach(words -> words.stream()
                            .filter(word -> !word.equals(value.asString()))
                            .forEach(word -> few.add(NODES.stringNode(word))));
        }
        return few;
    }

    /** The closed lists a word of a dossier may come from; yes and no among them, as YAML reads them as words. */
    private static Stream<List<String>> vocabularies() {
        return Stream.concat(
                Stream.of(
                        List.of("yes", "no"),
                        Stream.of(Stage.values()).map(Stage::id).toList(),
                        Stream.of(Level.values()).map(Level::id).toList(),
                        List.copyOf(BOOK.sectors().keySet())),
                BOOK.indicators().values().stream()
                        .filter(indicator -> !indicator.choices().isEmpty())
                        .map(indicator -> List.copyOf(indicator.choices().keySet())));
    }

    /** The lines the rule book draws for the figure at this place with a step to each side, and the ends of the scale. */
    private static List<JsonNode> numbers(String path) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (String end : new String[] {"0", "1", "2", "100", "2019", "2020", "2021", "2022", "2023", "1000000"}) {
            numbers.add(new BigDecimal(end));
        }
        for (Provision provision : BOOK.provisions()) {
            if (Stream.of(path.split("/")).anyMatch(id -> restsOn(provision, id))) {
                lines(provision, numbers);
            }
        }
        return numbers.stream().map(NODES::numberNode).map(JsonNode.class::cast).toList();
    }

    private static boolean restsOn(Provision provision, String id) {
        return isOrNeeds(provision.indicator(), id)
                || isOrNeeds(provision.total(), id)
                || provision.scope().conditions().stream()
                        .anyMatch(condition -> condition.attribute().equals(id));
    }

    private static boolean isOrNeeds(@Nullable Indicator indicator, String id) {
        if (indicator == null) {
            return false;
        }
        Indicator.WorkedOut worked = indicator.workedOut();
        return indicator.id().equals(id)
                || worked != null
                        && (isOrNeeds(BOOK.indicators().get(worked.first()), id)
                                || isOrNeeds(BOOK.indicators().get(worked.second()), id));
    }

    private static void lines(Provision provision, Set<BigDecimal> numbers) {
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

    private static void around(Set<BigDecimal> numbers, @Nullable BigDecimal line) {
        if (line != null) {
            numbers.add(line);
            numbers.add(line.add(new BigDecimal("0.01")));
            numbers.add(line.subtract(new BigDecimal("0.01")));
            numbers.add(line.multiply(new BigDecimal("0.985")));
        }
    }
}
