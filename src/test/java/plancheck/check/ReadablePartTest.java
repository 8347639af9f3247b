package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is wrong in a dossier is unknown to the part of it that is judged all the same: never zero, never false, never
 * as if it were not there where being there would matter.
 */
class ReadablePartTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String ALL_VILLAGES = "PL-6.1-3-f";
    private static final String WHOLE = "{ name: 甲村, households: 42, hardened-road: yes }";
    private static final String OTHER = "{ name: 乙村, households: 38, hardened-road: yes }";

    @Test
    void a_row_begun_with_its_households_costs_no_finding() {
        DossierReading reading = read(2, WHOLE, OTHER, "{ households: 42 }");
        assertNull(reading.dossier(), "it is not accepted");
        assertEquals(
                List.of("/villages/2/name"),
                reading.problems().stream().map(problem -> problem.pointer()).toList());
        assertEquals(
                BOOK.provisions().size(),
                findings(reading).stream().map(Finding::provision).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ households: 42 }",
                "{ households: 42, hardened-road: yes }",
                "{ households: 3, hardened-road: yes }",
                "{ name: [丙村], households: 3, hardened-road: yes }",
                "{ name: ' ', households: 3, hardened-road: yes }",
                "{ name: 甲村, households: 3, hardened-road: yes }",
                "丙村",
                "[丙村]",
                "{ name: 丙村, households: 约三户, hardened-road: yes }"
            })
    void a_list_that_is_whole_without_a_row_that_cannot_be_read_is_not_whole(String row) {
        assertEquals(Outcome.PASS, villages(read(2, WHOLE, OTHER)).outcome());
        assertEquals(
                Outcome.INSUFFICIENT_DATA, villages(read(2, WHOLE, OTHER, row)).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ households: 42, hardened-road: no }", "{ name: 甲村, households: 42, hardened-road: no }"})
    void a_row_of_which_nobody_knows_whether_it_is_one_fails_nobody(String row) {
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                villages(read(3, WHOLE, OTHER, row)).outcome(),
                "it may be the sum of the others, or the same village again");
    }

    @Test
    void a_row_that_is_left_out_hides_no_miss_of_another() {
        assertEquals(
                Outcome.FAIL,
                villages(read(3, WHOLE, OTHER.replace("yes", "no"), "{ households: 42 }"))
                        .outcome());
    }

    @Test
    void a_list_of_none_is_in_doubt_once_it_has_a_row_or_cannot_be_read() {
        assertEquals(Outcome.NOT_APPLICABLE, villages(read(0)).outcome());
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                villages(read(0, "{ households: 42 }")).outcome());
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                villages(read(head("0") + "villages: 三个\n")).outcome());
    }

    @Test
    void a_row_without_a_name_is_told_by_its_number() {
        Finding finding = villages(read(2, WHOLE, OTHER, "{ households: 42 }"));
        assertTrue(
                finding.missing().stream().anyMatch(missing -> missing.items().contains("#3")),
                finding.missing().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "as-of: 2025-12-31, as-of: 2025-13-31, 截止日",
        "as-of: 2025-12-31, '', 截止日",
        "'place: \"620821\"', place: 平凉以外, 地区",
        "kind: self-assessment, kind: selfassessment, 材料类别",
        "kind: self-assessment, '', 材料类别"
    })
    void without_a_head_nothing_is_judged_and_it_is_said_for_want_of_what(String right, String wrong, String what) {
        DossierReading reading = read((head("2") + "villages: [" + WHOLE + "]\n").replace(right + "\n", wrong + "\n"));
        assertNull(reading.readable());
        assertTrue(
                reading.why().zh().startsWith("还不能判定任何规定：没有填写或无法识别" + what),
                reading.why().zh());
        assertFalse(reading.why().en().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector", "site"})
    void a_project_is_not_judged_as_if_it_were_another(String key) throws IOException {
        ObjectNode project = sample("village-road-project.yaml");
        ((ObjectNode) project.get("project")).put(key, "？？");
        assertNull(READER.read(JSON.writeValueAsBytes(project)).readable());
        ((ObjectNode) project.get("project")).remove(key);
        DossierReading reading = READER.read(JSON.writeValueAsBytes(project));
        assertNull(reading.readable());
        assertFalse(reading.why().zh().isBlank());
    }

    @Test
    void a_wrong_value_is_not_worked_out_from_others_nor_taken_from_an_earlier_year() {
        String all =
                "urbanisation-rate: %s, residents: { value: 28, unit: 万人, year: 2025 }, urban-residents: { value: 17, unit: 万人, year: 2025 }";
        for (String wrong : List.of("60余", "{ series: { 2024: 60, 2025: 60余 }, unit: '%' }")) {
            Dossier dossier = Objects.requireNonNull(
                    read(head("0").replace("figures: {", "figures: { " + all.formatted(wrong) + ","))
                            .readable());
            assertTrue(Objects.requireNonNull(dossier.places().get(0).figure("urbanisation-rate"))
                    .isUnknown());
            assertTrue(CHECK.check(dossier).findings().stream()
                    .filter(f -> f.missing().stream().anyMatch(m -> m.figure().equals("urbanisation-rate")))
                    .noneMatch(f -> f.outcome() == Outcome.PASS || f.outcome() == Outcome.FAIL));
        }
    }

    @Test
    void an_effect_of_a_project_that_cannot_be_read_is_not_taken_for_none() throws IOException {
        ObjectNode project = sample("sewage-project.yaml");
        ObjectNode figures = (ObjectNode) project.get("figures");
        String effect = figures.propertyNames().iterator().next();
        figures.put(effect, "约九成");
        List<Finding> findings = findings(READER.read(JSON.writeValueAsBytes(project)));
        List<Outcome> outcomes = findings.stream()
                .filter(f -> f.missing().stream().anyMatch(m -> m.figure().equals(effect)))
                .map(Finding::outcome)
                .distinct()
                .toList();
        assertTrue(outcomes.contains(Outcome.INSUFFICIENT_DATA), effect + outcomes);
    }

    @Test
    void a_dossier_without_number_and_title_is_judged() {
        assertNotNull(read(head("0").replace("id: x\ntitle: t\n", "")).readable());
    }

    /** That an unknown figure makes no verdict is proven by {@link DeletionTest}; so this is enough. */
    @ParameterizedTest
    @ValueSource(strings = {"jingchuan-2023.yaml", "village-road-project.yaml"})
    void whatever_value_is_wrong_no_more_is_concluded_than_without_it(String name) throws IOException {
        ObjectNode whole = sample(name);
        Set<String> pointers = new TreeSet<>();
        fields(whole, "", pointers);
        int one = pointers.size() / 25 + 1; // in so many
        int tried = 0;
        for (String pointer :
                pointers.stream().filter(p -> p.hashCode() % one == 0).toList()) {
            if (pointer.split("/").length < 3) {
                continue; // the head
            }
            ObjectNode wrong = whole.deepCopy();
            put(wrong, pointer);
            ObjectNode without = whole.deepCopy();
            remove(without, pointer);
            DossierReading reading = READER.read(JSON.writeValueAsBytes(wrong));
            assertNull(reading.dossier(), pointer);
            Dossier readable = reading.readable();
            if (readable != null) {
                Set<String> concluded = concluded(readable);
                Dossier less = READER.read(JSON.writeValueAsBytes(without)).readable();
                concluded.removeAll(concluded(Objects.requireNonNull(less, pointer)));
                assertEquals(Set.of(), concluded, pointer);
                tried++;
            }
        }
        assertTrue(tried > 5, name + " " + tried);
    }

    private static Set<String> concluded(Dossier dossier) {
        return CHECK.check(dossier).findings().stream()
                .filter(f -> f.outcome() == Outcome.PASS || f.outcome() == Outcome.FAIL)
                .map(f -> f.provision() + " " + f.subject().zh() + " " + f.outcome())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void fields(JsonNode node, String pointer, Set<String> pointers) {
        if (node.isObject()) {
            node.properties().forEach(e -> fields(e.getValue(), pointer + "/" + e.getKey(), pointers));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                fields(node.get(i), pointer + "/" + i, pointers);
            }
        }
        if (!pointer.isEmpty() && !pointer.endsWith("/note") && !pointer.contains("evidence")) {
            pointers.add(pointer);
        }
    }

    /** A list in a list is wrong everywhere. */
    private static void put(ObjectNode root, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode above = root.at(pointer.substring(0, last));
        JsonNode wrong = JSON.createArrayNode().add(JSON.createArrayNode().add("？？"));
        if (above instanceof ArrayNode list) {
            list.set(Integer.parseInt(pointer.substring(last + 1)), wrong);
        } else {
            ((ObjectNode) above).set(pointer.substring(last + 1), wrong);
        }
    }

    private static void remove(ObjectNode root, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode above = root.at(pointer.substring(0, last));
        if (above instanceof ArrayNode list) {
            list.remove(Integer.parseInt(pointer.substring(last + 1)));
        } else {
            ((ObjectNode) above).remove(pointer.substring(last + 1));
        }
    }

    private static ObjectNode sample(String name) throws IOException {
        return (ObjectNode) YAML.readTree(Files.readAllBytes(Path.of("test-cases/dossiers", name)));
    }

    private static String head(String total) {
        return """
                plancheck: 1
                kind: self-assessment
                id: x
                title: t
                place: "620821"
                as-of: 2025-12-31
                figures: { villages-of-30-households: %s }
                """.formatted(total);
    }

    private static DossierReading read(int total, String... rows) {
        return read(head(String.valueOf(total)) + "villages: [" + String.join(", ", rows) + "]\n");
    }

    private static DossierReading read(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> findings(DossierReading reading) {
        return CHECK.check(Objects.requireNonNull(reading.readable(), reading::toString))
                .findings();
    }

    private static Finding villages(DossierReading reading) {
        return findings(reading).stream()
                .filter(finding -> finding.provision().equals(ALL_VILLAGES))
                .findFirst()
                .orElseThrow();
    }
}
