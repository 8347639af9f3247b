package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import plancheck.AnyJdk;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;
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
@AnyJdk
@Thorough
class DeletionTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Of the counties, which are all asked the same, two in full; each of the other five another fifth of the fields. */
    private static final List<String> A_FIFTH = List.of(
            "huating-2022.yaml",
            "jingning-2025.yaml",
            "zhuanglang-2024.yaml",
            "lingtai-2022.yaml",
            "chongxin-2023.yaml");

    private static final Set<Reason.Key> CONTRADICTIONS =
            EnumSet.of(Reason.Key.LIST_EXCEEDS_TOTAL, Reason.Key.LIST_MAY_EXCEED_TOTAL, Reason.Key.CONTRADICTED);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> no_field_can_be_left_out_to_gain_a_verdict() throws IOException {
        return dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> deleteEach(file)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_read_without_parsing_is_what_would_be_parsed() throws IOException {
        return dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> readBoth(file)));
    }

    /** The longest first, so that none of them is left to one processor at the end. */
    private static List<Path> dossiers() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers = files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().length())
                            .reversed())
                    .toList();
            assertTrue(dossiers.size() >= 31, "there are eleven shipped dossiers, and twenty of published projects");
            return dossiers;
        }
    }

    /** The dossier itself and every hundredth deletion, by the reader's own way and by the quick one. */
    private static void readBoth(Path file) throws IOException {
        JsonNode dossier = YAML.readTree(Files.readString(file));
        List<Hole> holes = holes(dossier, parent -> parent);
        List<JsonNode> tried = new ArrayList<>(List.of(dossier));
        for (int i = 0; i < holes.size(); i += 100) {
            tried.add(holes.get(i).without());
        }
        DossierNodes nodes = new DossierNodes(READER, dossier);
        for (JsonNode json : tried) {
            DossierReading parsed = READER.read(JSON.writeValueAsBytes(json));
            DossierReading quick = nodes.read(json);
            assertEquals(said(parsed), said(quick));
            assertEquals(parsed.dossier() == null, quick.dossier() == null);
            if (parsed.dossier() != null && quick.dossier() != null) {
                assertEquals(found(CHECK.check(parsed.dossier())), found(CHECK.check(quick.dossier())));
            }
        }
    }

    private static List<?> found(Report report) {
        return report.findings().stream()
                .map(finding -> List.of(finding.provision(), finding.subject(), finding.outcome()))
                .toList();
    }

    private static List<String> said(DossierReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.said())
                .toList();
    }

    private static void deleteEach(Path file) throws IOException {
        int fifth = A_FIFTH.indexOf(String.valueOf(file.getFileName()));
        int oneIn = (fifth < 0 ? 1 : A_FIFTH.size()) * (file.toString().contains("projects") ? 1 : Portion.oneIn(3));
        Trial trial = new Trial(YAML.readTree(Files.readString(file)), oneIn, Math.max(fifth, 0));
        trial.againstTheValuesThereAre();
        int tried = trial.againstOthers();
        assertTrue(trial.tried.size() > 10, "fields were deleted");
        System.out.println(
                file.getFileName() + ": " + trial.tried.size() + " fields deleted, " + tried + " other values tried");
        assertEquals(List.of(), trial.unsound.stream().limit(20).toList());
    }

    /** A dossier, with what is found when each of its fields is taken out. */
    private static final class Trial {
        private final JsonNode dossier;
        private final DossierNodes nodes;
        private final Map<String, Hole> holes = new LinkedHashMap<>();
        private final List<Hole> tried = new ArrayList<>();
        private final Findings findings = new Findings();
        private final Map<String, @Nullable Outcome[]> deleted = new HashMap<>();
        private final List<String> unsound = new ArrayList<>();

        /** Tries one field in so many, from the first on. */
        Trial(JsonNode dossier, int oneIn, int first) {
            this.dossier = dossier;
            this.nodes = new DossierNodes(READER, dossier);
            for (Hole hole : holes(dossier, parent -> parent)) {
                if (!isSaidByTheProject(hole.path())) {
                    assertNull(holes.put(hole.path(), hole), hole.path());
                }
            }
            List<Hole> all = List.copyOf(holes.values());
            for (int i = first; i < all.size(); i += oneIn) {
                tried.add(all.get(i));
            }
            delete(tried);
        }

        private void delete(List<Hole> some) {
            each(some, Hole::without, (hole, found) -> deleted.put(hole.path(), found));
        }

        /** What a lot does not say it has from the project: taking it out says something else, and leaves nothing unknown. */
        private boolean isSaidByTheProject(String path) {
            String ofProject = path.replaceFirst("^/project/lots/\\d+/", "/project/");
            return !ofProject.equals(path) && !dossier.at(ofProject).isMissingNode();
        }

        void againstTheValuesThereAre() {
            @Nullable Outcome[] whole = outcomes(List.of(dossier)).get(0);
            tried.forEach(hole -> compare(hole, "the value it has", whole));
        }

        /** Each dossier is checked once, however many of the groups in which something was changed it stands for. */
        int againstOthers() {
            int values = 0;
            Map<Edit, List<Hole>> edits = new LinkedHashMap<>();
            for (Hole hole : tried) {
                for (Edit edit : hasVerdict(hole) ? others(hole) : List.<Edit>of()) {
                    if (!holes.containsKey(edit.path())) {
                        continue;
                    }
                    edits.computeIfAbsent(edit, same -> new ArrayList<>()).add(hole);
                    values++;
                }
            }
            delete(edits.keySet().stream()
                    .filter(edit -> edit.value() == null && !deleted.containsKey(edit.path()))
                    .map(edit -> Objects.requireNonNull(holes.get(edit.path())))
                    .toList());
            BiConsumer<Edit, @Nullable Outcome[]> compare =
                    (edit, with) -> edits.getOrDefault(edit, List.of()).forEach(hole -> compare(hole, edit, with));
            edits.keySet().stream()
                    .filter(edit -> edit.value() == null)
                    .forEach(edit -> compare.accept(edit, without(edit.path())));
            List<Edit> changes =
                    edits.keySet().stream().filter(edit -> edit.value() != null).toList();
            each(changes, this::edited, compare);
            return values;
        }

        private boolean hasVerdict(Hole hole) {
            return Stream.of(without(hole.path())).anyMatch(Trial::isVerdict);
        }

        private static boolean isVerdict(@Nullable Outcome outcome) {
            return outcome == Outcome.PASS || outcome == Outcome.FAIL;
        }

        private @Nullable Outcome[] without(String path) {
            return Objects.requireNonNull(deleted.get(path));
        }

        private JsonNode edited(Edit edit) {
            return Objects.requireNonNull(holes.get(edit.path())).with(Objects.requireNonNull(edit.value()));
        }

        private void compare(Hole hole, Object other, @Nullable Outcome[] with) {
            @Nullable Outcome[] without = without(hole.path());
            for (int i = 0; i < Math.min(without.length, with.length); i++) {
                // Null is also a list that is longer than its own total, or may be, and what contradicts other figures:
                // no dossier to hold a verdict against.
                if (isVerdict(without[i]) && with[i] != null && with[i] != without[i]) {
                    unsound.add("without " + hole.path() + " " + findings.all.get(i) + " is " + without[i]
                            + ", but with " + other + " it is " + with[i]);
                }
            }
        }

        /** Checks fifty dossiers in one session, which takes a third of the time of a session for each. */
        private <T> void each(List<T> all, Function<T, JsonNode> dossier, BiConsumer<T, @Nullable Outcome[]> found) {
            for (int from = 0; from < all.size(); from += 50) {
                List<T> some = all.subList(from, Math.min(all.size(), from + 50));
                List<@Nullable Outcome[]> outcomes =
                        outcomes(some.stream().map(dossier).toList());
                for (int i = 0; i < some.size(); i++) {
                    found.accept(some.get(i), outcomes.get(i));
                }
            }
        }

        /** Of each dossier; none when it has problems, for then there is no verdict at all. */
        private List<@Nullable Outcome[]> outcomes(List<JsonNode> dossiers) {
            List<@Nullable Dossier> read = new ArrayList<>();
            dossiers.forEach(json -> read.add(nodes.read(json).dossier()));
            Iterator<Report> reports = CHECK.check(
                            read.stream().flatMap(Stream::ofNullable).toList())
                    .iterator();
            List<@Nullable Outcome[]> outcomes = new ArrayList<>();
            for (Dossier found : read) {
                outcomes.add(found == null ? new Outcome[0] : findings.outcomes(reports.next()));
            }
            return outcomes;
        }
    }

    /** What a finding is known by: there is one of each in a report. */
    private record Known(String provision, Label subject) {}

    /** All findings that dossiers came to, each with a number, so that millions of outcomes are compared in moments. */
    private static final class Findings {
        private final Map<Known, Integer> numbers = new HashMap<>();
        private final List<Known> all = new ArrayList<>();

        /** The outcomes by these numbers; null for what is not found. */
        @Nullable
        Outcome[] outcomes(Report report) {
            List<Integer> found = report.findings().stream()
                    .map(finding -> number(new Known(finding.provision(), finding.subject())))
                    .toList();
            @Nullable Outcome[] outcomes = new Outcome[all.size()];
            for (int i = 0; i < found.size(); i++) {
                Finding finding = report.findings().get(i);
                outcomes[found.get(i)] = contradictsItself(finding) ? null : finding.outcome();
            }
            return outcomes;
        }

        private int number(Known finding) {
            return numbers.computeIfAbsent(finding, added -> {
                all.add(added);
                return numbers.size();
            });
        }

        /** Whether it is of values that cannot all be, so that no field that is left out may hold what it holds here. */
        private static boolean contradictsItself(Finding finding) {
            for (Reason reason : finding.because()) {
                if (CONTRADICTIONS.contains(reason.key())) {
                    return true;
                }
            }
            return false;
        }
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

    /** Something put in place of what stands there; null takes it out. */
    private record Edit(String path, @Nullable JsonNode value) {}

    private static List<Hole> holes(JsonNode node, UnaryOperator<@Nullable JsonNode> rebuild) {
        return holes("", node, rebuild);
    }

    private static List<Hole> holes(String path, JsonNode node, UnaryOperator<@Nullable JsonNode> rebuild) {
        List<Hole> holes = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> {
                UnaryOperator<@Nullable JsonNode> into = value -> {
                    ObjectNode copy = NODES.objectNode();
                    copy.setAll(object);
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
                    ArrayNode copy = NODES.arrayNode();
                    copy.addAll(array);
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
    private static List<Edit> others(Hole hole) {
        JsonNode value = hole.value();
        if (!(value instanceof ObjectNode) && !(value instanceof ArrayNode)) {
            return edits(hole.path(), value.isNumber() ? numbers(hole.path()) : few(value));
        }
        List<Edit> others = new ArrayList<>();
        for (Hole part : holes(hole.path(), value, whole -> whole)) {
            others.add(new Edit(part.path(), null));
            if (!(part.value() instanceof ObjectNode) && !(part.value() instanceof ArrayNode)) {
                others.addAll(edits(part.path(), few(part.value())));
            }
        }
        return others;
    }

    private static List<Edit> edits(String path, List<JsonNode> values) {
        return values.stream().map(value -> new Edit(path, value)).toList();
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
        Indicator.Derivation worked = indicator.workedOut();
        return indicator.id().equals(id)
                || worked != null
                        && (isOrNeeds(BOOK.indicators().get(worked.first()), id)
                                || isOrNeeds(BOOK.indicators().get(worked.second()), id));
    }

    private static void lines(Provision provision, Set<BigDecimal> numbers) {
        provision.criterion().values().forEach(value -> around(numbers, value));
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
