package plancheck.dossier.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.Given;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Source;
import plancheck.facts.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was filled in becomes a dossier that says just that, and a dossier becomes fields. */
class DossierFormTest {
    private static final DossierForm FORM = new DossierForm(Given.BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RATE = "/figures/county-seat-sewage-treatment-rate";

    @Test
    void a_figure_is_of_its_unit_and_of_the_year_of_the_form_unless_it_says_otherwise() {
        Figure plain = rate(RATE + "/value", "97.20");
        assertEquals(new BigDecimal("97.20"), plain.value());
        assertEquals(2024, plain.year());
        assertEquals(Source.SELF_REPORTED, plain.source());
        Figure earlier = rate(RATE + "/value", "97.2", RATE + "/year", "2023", RATE + "/source", "statistics");
        assertEquals(2023, earlier.year());
        assertEquals(Source.STATISTICS, earlier.source());
    }

    @Test
    void an_explicit_unit_is_kept_and_converted_by_the_reader() {
        Map<String, List<String>> form = head(
                "/figures/rural-income-per-head/value", "1.72",
                "/figures/rural-income-per-head/unit", "万元");
        Figure income = figure(read(form).orThrow(), Level.COUNTY, "rural-income-per-head");
        assertEquals(Unit.TEN_THOUSAND_YUAN.convert(new BigDecimal("1.72"), Unit.YUAN), income.value());
    }

    @Test
    void a_projects_figures_are_of_the_year_of_its_completion() {
        Map<String, List<String>> form = DossierFormTest.fields(Given.PROJECT);
        form.put("/figures/refuse-resource-utilisation-rate/value", List.of("61"));
        JsonNode figure = tree(form).at("/figures/refuse-resource-utilisation-rate");
        assertEquals(2025, figure.path("year").asInt());
    }

    @Test
    void what_is_blank_is_left_out_and_never_zero() {
        JsonNode dossier = tree(head(
                RATE + "/value",
                " \u3000\u00A0",
                RATE + "/unit",
                "%",
                RATE + "/year",
                "2024",
                "/declarations/PL-4.2-2-d/answer",
                "",
                "/declarations/PL-4.2-2-d/evidence",
                "\n；\r\n",
                "/villages/0/name",
                "",
                "/villages/0/households",
                " ",
                "/named-projects/PL-3.2-B2-1-w/stage",
                "",
                "/project/investment/unit",
                "万元"));
        assertEquals(Set.of("plancheck", "kind", "id", "title", "place", "as-of"), Set.copyOf(dossier.propertyNames()));
    }

    @Test
    void a_source_or_a_year_of_its_own_is_kept_even_before_there_is_a_value() {
        JsonNode figure =
                tree(head(RATE + "/year", "2023", RATE + "/unit", "%")).at(RATE);
        assertEquals(2023, figure.path("year").asInt());
        assertEquals(
                "statistics",
                tree(head(RATE + "/source", "statistics")).at(RATE + "/source").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "97.2户 | “value”应为数字，材料中是文字“97.2户”。单位“户”不能换算为“%”，请核对",
                "30多 | “value”应为数字，材料中是文字“30多”。请只写阿拉伯数字；没有数据就留空",
                "12,34 | “value”应为数字，材料中是文字“12,34”。请只写阿拉伯数字；没有数据就留空",
                "120 | “县城污水处理率”不可能是120（应不小于0、不大于100）。请核对数值和单位"
            })
    void what_is_no_number_stays_as_typed_for_the_reader_to_object_to(String typed, String said) {
        DossierReading reading = read(head(RATE + "/value", typed));
        assertEquals(List.of(said), problems(reading));
        assertEquals(RATE + "/value", reading.problems().get(0).pointer());
        assertEquals(
                List.of(typed),
                FORM.fields(FORM.dossier(head(RATE + "/value", typed))).values().get(RATE + "/value"));
    }

    @Test
    void a_number_of_a_thousand_digits_is_said_to_be_wrong_and_breaks_nothing() {
        DossierReading reading =
                read(head(RATE + "/value", "9".repeat(5000), "/figures/residents/value", "1e999999999"));
        assertEquals(2, reading.problems().size(), problems(reading).toString());
        assertNull(reading.dossier());
    }

    @Test
    void documents_are_parted_by_lines_and_semicolons() {
        Map<String, List<String>> form = head(
                "/declarations/PL-4.2-2-d/answer", "是",
                "/declarations/PL-4.2-2-d/evidence", " 县政府文件12号；\r\n劳动监察年度报告 ；；公告, 3页\r\n");
        Figure declared = figure(read(form).orThrow(), Level.COUNTY, "PL-4.2-2-d");
        assertEquals(true, declared.value());
        assertEquals(List.of("县政府文件12号", "劳动监察年度报告", "公告, 3页"), declared.evidence());
    }

    @Test
    void a_document_with_a_semicolon_in_its_title_stays_one() {
        Map<String, List<String>> form =
                fields(Given.HEAD + "declarations:\n  PL-4.2-2-d: { answer: yes, evidence: [甲；乙, 丙文件] }\n");
        assertEquals(List.of("甲；乙"), form.get("/declarations/PL-4.2-2-d/evidence/0"));
        form.put("/declarations/PL-4.2-2-d/evidence", List.of("丁文件\n戊文件"));
        assertEquals(
                List.of("甲；乙", "丙文件", "丁文件", "戊文件"),
                figure(read(form).orThrow(), Level.COUNTY, "PL-4.2-2-d").evidence());
    }

    @Test
    void rows_come_in_the_order_of_their_numbers_and_empty_ones_fall_away() {
        JsonNode villages = tree(head(
                        "/villages/10/name", "丙",
                        "/villages/2/name", "乙",
                        "/villages/0/name", "",
                        "/villages/1/name", "甲",
                        "/villages/99999999/name", "丁",
                        "/villages/5/households", " "))
                .path("villages");
        assertEquals(List.of("甲", "乙", "丙", "丁"), villages.findValuesAsString("name"));
        assertEquals(4, villages.size());
    }

    @Test
    void a_row_with_anything_in_it_is_kept_and_its_missing_name_found() {
        DossierReading reading = read(head("/villages/3/hardened-road", "是"));
        assertEquals(List.of("“自然村”缺少“name”（名称，写在一行里）。请补上"), problems(reading));
        assertEquals(
                Optional.of("/villages/0/name"),
                DossierForm.field(reading.problems().get(0).pointer(), Set.of("/villages/0/name")));
    }

    @Test
    void everything_a_dossier_holds_has_a_field_whether_a_form_asks_for_it_or_not() {
        String dossier = Given.CITY + """
            note: 甲
            figures:
              urban-new-jobs: { series: { 2021: 30.10, 2022: 31 }, unit: 万人, source: statistics, note: 乙 }
              residents: { by-county: { "620802": 50, "620821": 28.1 }, unit: 万人, year: 2023 }
            named-projects:
              PL-3.2-B2-1-w: under-construction
            """;
        Map<String, List<String>> form = fields(dossier);
        assertEquals(List.of("30.10"), form.get("/figures/urban-new-jobs/series/2021"));
        assertEquals(List.of("28.1"), form.get("/figures/residents/by-county/620821"));
        assertEquals(List.of("under-construction"), form.get("/named-projects/PL-3.2-B2-1-w/stage"));
        assertEquals(List.of("甲"), form.get("/note"));
        Dossier read = read(form).orThrow();
        assertEquals(
                new BigDecimal("30.10"),
                figure(read, Level.CITY, "urban-new-jobs").series().get(2021));
        assertEquals(2, figure(read, Level.CITY, "residents").byCounty().size());
    }

    @Test
    void a_series_takes_the_unit_of_its_indicator_and_years_of_its_own() {
        JsonNode figure = tree(head("/figures/property-management-coverage/series/2023", "62"))
                .at("/figures/property-management-coverage");
        assertEquals("{\"series\":{\"2023\":62},\"unit\":\"%\"}", figure.toString());
    }

    @Test
    void a_bare_value_stands_in_the_field_of_one_in_braces() {
        Map<String, List<String>> form = fields(Given.HEAD + "figures:\n  county-seat-sewage-treatment-rate: 95.\n");
        assertEquals(List.of("95"), form.get(RATE + "/value"));
        assertFalse(form.containsKey(RATE));
        assertEquals(2024, rate(form).year());
    }

    @Test
    void unknown_keys_go_through_and_are_objected_to_as_before() {
        String text = Given.HEAD + "figurs:\n  residents: 28\nvillages:\n  - { name: 甲, hight: [1, 2], depth: [] }\n";
        Map<String, List<String>> form = fields(text);
        assertEquals(List.of("1", "2"), form.get("/villages/0/hight"));
        assertEquals(
                problems(Given.read(text)).stream().sorted().toList(),
                problems(read(form)).stream().sorted().toList());
    }

    @Test
    void names_that_are_no_pointers_are_none_of_the_dossiers() {
        assertEquals(tree(head()), tree(head("_csrf", "x", "action", "save", "figures/residents/value", "3", "", "4")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/figures/../x",
                "/__proto__",
                "/figures/__proto__/value",
                "/constructor/prototype/x",
                "/",
                "//",
                "/figures//value",
                "/villages/-1/name",
                "/villages/01/name",
                "/villages/99999999999/name",
                "/villages/name",
                "/figures/~2/value",
                "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p",
                "/declarations/PL-4.2-2-d/evidence/x",
                "/declarations/PL-4.2-2-d/evidence/0/x",
                "/figures/\u0000/value",
                "/\uD800"
            })
    void a_hostile_name_is_objected_to_by_the_reader_and_loses_no_value(String name) {
        DossierReading reading = read(head(name, "拾得"));
        assertNull(reading.dossier(), name);
        assertTrue(text(head(name, "拾得")).contains("拾得"), name);
        byte[] once = FORM.dossier(head(name, "拾得"));
        assertEquals(
                text(head(name, "拾得")),
                text(new LinkedHashMap<>(FORM.fields(once).values())),
                name);
    }

    @Test
    void a_name_as_deep_as_can_be_sent_is_written_and_objected_to() {
        Map<String, List<String>> form = head("/a".repeat(20_000), "x");
        assertFalse(read(form).problems().isEmpty());
    }

    @Test
    void a_field_sent_twice_is_kept_twice_unless_it_says_the_same() {
        Map<String, List<String>> form = head();
        form.put(RATE + "/value", List.of("97", "98"));
        assertEquals(
                List.of("“value”应为一个值，材料中是一个清单"),
                read(form).problems().stream()
                        .map(problem -> problem.message().zh())
                        .toList());
        form.put(RATE + "/value", List.of("97", " 97 ", ""));
        assertEquals(new BigDecimal("97"), rate(form).value());
    }

    @Test
    void a_value_beside_what_should_be_inside_it_is_not_lost() {
        Map<String, List<String>> form =
                head(RATE, "97", RATE + "/value", "98", "/villages", "三个村", "/villages/0/name", "甲");
        DossierReading reading = read(form);
        assertEquals(
                List.of("不认识“/figures/county-seat-sewage-treatment-ra……”", "不认识“/villages”"),
                reading.problems().stream()
                        .map(problem -> problem.message().zh())
                        .toList());
    }

    @Test
    void half_a_character_is_objected_to_and_breaks_nothing() {
        assertTrue(problems(read(head("/note", "甲\uD800乙"))).toString().contains("不可见的控制字符"));
    }

    @Test
    void the_order_of_the_fields_makes_no_difference_to_the_bytes() {
        Map<String, List<String>> form = head(RATE + "/year", "2023", RATE + "/value", "97", "/villages/1/name", "甲");
        Map<String, List<String>> other = new LinkedHashMap<>();
        new TreeMap<>(form).forEach(other::put);
        assertEquals(text(form), text(other));
    }

    @Test
    void what_cannot_be_read_at_all_gives_no_fields_and_says_why() {
        DossierForm.Fields fields = FORM.fields("figures: [".getBytes(StandardCharsets.UTF_8));
        assertEquals(Map.of(), fields.values());
        assertFalse(fields.problems().isEmpty());
    }

    @Test
    void ten_thousand_rows_are_no_trouble() {
        Map<String, List<String>> form = head();
        for (int row = 0; row < 10_000; row++) {
            form.put("/villages/" + row + "/name", List.of("村" + row));
            form.put("/villages/" + row + "/hardened-road", List.of("是"));
        }
        Dossier dossier = read(form).orThrow();
        assertEquals(10_000, dossier.items().size());
        assertEquals(6 + 2 * 10_000, FORM.fields(FORM.dossier(form)).values().size());
    }

    @Test
    void a_problem_is_shown_at_its_field_or_the_nearest_around_it() {
        Set<String> shown = Set.of(
                RATE + "/value",
                "/declarations/PL-4.2-2-d/answer",
                "/named-projects/PL-3.2-B2-1-w/stage",
                "/villages/1/name",
                "/villages/1/in",
                "/as-of");
        assertEquals(Optional.of(RATE + "/value"), DossierForm.field(RATE, shown));
        assertEquals(Optional.of(RATE + "/value"), DossierForm.field(RATE + "/value", shown));
        assertEquals(Optional.of(RATE + "/value"), DossierForm.field(RATE + "/series/2021", shown));
        assertEquals(
                Optional.of("/declarations/PL-4.2-2-d/answer"),
                DossierForm.field("/declarations/PL-4.2-2-d/evidence/0", shown));
        assertEquals(
                Optional.of("/named-projects/PL-3.2-B2-1-w/stage"),
                DossierForm.field("/named-projects/PL-3.2-B2-1-w", shown));
        assertEquals(Optional.of("/villages/1/in"), DossierForm.field("/villages/1/in", shown));
        assertEquals(Optional.of("/villages/1/name"), DossierForm.field("/villages/1/households", shown));
        assertEquals(Optional.of("/as-of"), DossierForm.field("/as-of", shown));
        assertEquals(Optional.empty(), DossierForm.field("/villages", shown));
        assertEquals(Optional.empty(), DossierForm.field("", shown));
    }

    private static Map<String, List<String>> head(String... namesAndValues) {
        Map<String, List<String>> form = fields(Given.HEAD);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return form;
    }

    private static Map<String, List<String>> fields(String dossier) {
        DossierForm.Fields fields = FORM.fields(dossier.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), fields.problems());
        return new LinkedHashMap<>(fields.values());
    }

    private static String text(Map<String, List<String>> form) {
        return new String(FORM.dossier(form), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(Map<String, List<String>> form) {
        return JSON.readTree(text(form));
    }

    private static DossierReading read(Map<String, List<String>> form) {
        return Given.READER.read(FORM.dossier(form));
    }

    /** Without lines. */
    private static List<String> problems(DossierReading reading) {
        return reading.problems().stream()
                .peek(Given::inEnglish)
                .map(problem -> problem.said().zh())
                .toList();
    }

    private static Figure rate(String... namesAndValues) {
        return rate(head(namesAndValues));
    }

    private static Figure rate(Map<String, List<String>> form) {
        return figure(read(form).orThrow(), Level.COUNTY_SEAT, "county-seat-sewage-treatment-rate");
    }

    private static Figure figure(Dossier dossier, Level level, String id) {
        Figure figure = dossier.places().stream()
                .filter(place -> place.getLevel() == level)
                .findFirst()
                .orElseThrow()
                .figure(id);
        assertNotNull(figure, id);
        return figure;
    }
}
