package plancheck.dossier.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.dossier.reading.NodeParser;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import tools.jackson.databind.json.JsonMapper;

/** A dossier from the form, taken along as YAML. */
class DossierYamlTest {
    private static final DossierForm FORM = new DossierForm(Given.BOOK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Questionnaire BLANK =
            Questionnaire.selfAssessment(Given.BOOK, place("620821"), LocalDate.of(2024, 12, 31));

    private static Questionnaire asked(Map<String, List<String>> fields) {
        PlaceName place = place(first(fields, "/place"));
        LocalDate asOf = LocalDate.parse(first(fields, "/as-of"));
        return first(fields, "/kind").equals("project")
                ? Questionnaire.project(
                        Given.BOOK,
                        place,
                        asOf,
                        first(fields, "/project/sector"),
                        Level.valueOf(first(fields, "/project/site")
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_')))
                : Questionnaire.selfAssessment(Given.BOOK, place, asOf);
    }

    private static PlaceName place(String code) {
        return Objects.requireNonNull(Given.BOOK.places().get(code));
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    private static String yaml(Map<String, List<String>> fields) {
        return new String(DossierForm.yaml(FORM.dossier(fields), asked(fields)), StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> it_reads_as_what_was_filled_in() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertFalse(dossiers.isEmpty());
            return dossiers.stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                        Map<String, List<String>> fields =
                                FORM.fields(Files.readAllBytes(file)).values();
                        String yaml = yaml(fields);
                        DossierForm.Fields again = FORM.fields(yaml.getBytes(StandardCharsets.UTF_8));
                        assertEquals(List.of(), again.problems());
                        assertEquals(
                                new String(FORM.dossier(fields), StandardCharsets.UTF_8),
                                new String(FORM.dossier(again.values()), StandardCharsets.UTF_8));
                        DossierReading filled = Given.READER.read(FORM.dossier(fields));
                        DossierReading taken = Given.READER.read(yaml.getBytes(StandardCharsets.UTF_8));
                        assertEquals(Given.said(filled), Given.said(taken));
                        assertEquals(
                                filled.orThrow().subjects().size(),
                                taken.orThrow().subjects().size());
                    }));
        }
    }

    @Test
    void it_has_the_order_of_the_template_and_the_labels() throws IOException {
        for (String name : List.of("jingchuan-2023", "sewage-project", "village-road-project")) {
            Map<String, List<String>> fields = FORM.fields(
                            Files.readAllBytes(Path.of("test-cases/dossiers", name + ".yaml")))
                    .values();
            DossierTemplate template = new DossierTemplate(
                    Given.BOOK, place(first(fields, "/place")), LocalDate.parse(first(fields, "/as-of")));
            Questionnaire asked = asked(fields);
            String blank = asked.project()
                    .map(own -> template.project(own.sector(), own.site()))
                    .orElseGet(template::selfAssessment);
            List<String> taken = keys(yaml(fields));
            List<String> inBlank = new ArrayList<>(keys(blank));
            inBlank.retainAll(taken);
            taken.retainAll(inBlank);
            assertEquals(inBlank, taken, name);
            assertTrue(taken.size() > 10, name);
        }
        String jingchuan = yaml(FORM.fields(Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")))
                .values());
        assertTrue(jingchuan.contains("  # 县城污水处理率（%）\n  county-seat-sewage-treatment-rate: {value: "), jingchuan);
    }

    /** The names before colons, from line to line. */
    private static List<String> keys(String yaml) {
        return yaml.lines()
                .map(line ->
                        line.replaceFirst("^# *(figures:|[a-z-]+: .*)$", "$1").replaceFirst("^#   ([a-z-]+:)", "  $1"))
                .filter(line -> line.matches(" *[A-Za-z][\\w.-]*:.*"))
                .map(line -> line.strip().replaceFirst(":.*", ""))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void each_answer_stands_below_its_question_and_each_section_apart() {
        Map<String, List<String>> fields = Map.of(
                "/kind", List.of("self-assessment"),
                "/place", List.of("620821"),
                "/as-of", List.of("2024-12-31"),
                "/figures/county-seat-sewage-treatment-rate/value", List.of("97.50"),
                "/declarations/PL-4.2-2-d/answer", List.of("yes"),
                "/declarations/PL-4.2-2-d/evidence", List.of("2024年就读统计；县政府文件12号, 附件"),
                "/villages/0/name", List.of("张家湾"),
                "/villages/0/hardened-road", List.of("yes"));
        assertEquals("""
                plancheck: 1
                kind: self-assessment
                place: "620821"
                as-of: "2024-12-31"

                figures:
                  # 县城污水处理率（%）
                  county-seat-sewage-treatment-rate: {value: 97.50, unit: "%", year: 2024}

                # 自然村清单
                villages:
                  - {name: 张家湾, hardened-road: yes}

                declarations:
                  # 保障劳动者同工同酬
                  PL-4.2-2-d: {answer: yes, evidence: [2024年就读统计, "县政府文件12号, 附件"]}
                """, yaml(fields));
    }

    @Test
    void an_exponent_is_written_out() {
        assertTrue(withValue("2.5e1").contains("land-revenue-share: {value: 25, "), withValue("2.5e1"));
    }

    @Test
    void an_exponent_whose_zeros_would_fill_pages_stays_as_typed() {
        for (String typed : List.of("1E+500", "1e-401", "1e999999999", "1e-999999999")) {
            assertTrue(withValue(typed).contains("land-revenue-share: {value: " + typed + ", "), withValue(typed));
        }
    }

    private static String withValue(String typed) {
        return yaml(Map.of(
                "/kind", List.of("self-assessment"),
                "/place", List.of("620821"),
                "/as-of", List.of("2024-12-31"),
                "/figures/land-revenue-share/value", List.of(typed)));
    }

    /** What YAML may take for something else, and then anything; without “~”, which the reader takes for nothing. */
    private static List<String> hostile() {
        List<String> hostile = new ArrayList<>(List.of("""
                a: b · a:b · a: · :a · a #b · # · - a · - · --- · --- a · ... · ? · ? a · << · = · yes · true · True
                null · Null · NULL · 12 · 012 · 007 · +12 · -1. · .5 · 1e5 · 1E+500 · 0x1F · 0o17 · 0b1 · 1_000 · 1,000
                .inf · -.inf · .nan · 2024 · 620821 · 2024-02-30 · 12:30:45 · 620821-2024-ZP · " · ' · 'a' · it's: "x"
                \\ · C:\\a · {a} · { · } · [ · ] · [a] · a] · , · a, b · *a · &a · !a · !!str a · | · > · % · %a · @ · `
                𠮷 · 😀 · 第一，“二”：三。 · 类别：值""".split(" · |\n")));
        hostile.addAll(List.of(" x", "x ", "\t", "a\tb", "a\nb", "a\n", "\na", "a\n\n b", "a\r\nb", "\n"));
        "\0\7\33\177\u0085\u00a0\u2028\u2029\u3000\ufeff\ufffe\uffff"
                .chars()
                .mapToObj(Character::toString)
                .forEach(odd -> hostile.addAll(List.of(odd, odd + "a", "a" + odd, odd + "[")));
        Stream.of("x", "x y ", "a: ", "文", "\1", "1")
                .map(some -> some.repeat(900))
                .forEach(hostile::add);
        Stream.of("文", "\1").map(some -> some.repeat(127)).forEach(hostile::add);
        hostile.addAll(random());
        hostile.removeIf("~"::equals);
        return hostile;
    }

    private static List<String> random() {
        String[] pieces = "a b 1 0 . - + e E : # , ? [ ] { } & * ! | > ' \" % @ ` ~ \\ < = _ 文 ， ： 😀".split(" ");
        String[] blanks = {" ", "\t", "\n", "\r", "\u0007", "\u0085", "\u00a0", "\u2028", "\ufeff"};
        Random random = new Random(620800);
        return Stream.generate(() -> random.ints(1 + random.nextInt(7), 0, 1000)
                        .mapToObj(n -> n < 250 ? blanks[n % blanks.length] : pieces[n % pieces.length])
                        .collect(Collectors.joining()))
                .limit(3000)
                .toList();
    }

    @Test
    void whatever_was_typed_is_kept() {
        List<String> typed = new ArrayList<>(hostile().subList(0, 300));
        typed.removeIf(each -> each.matches("[-.\\d]+[eE][-+\\d]+") // is written out
                || SourceText.firstUnprintable(each) >= 0); // is refused, in JSON sometimes by the line
        for (String each : typed) {
            Map<String, List<String>> fields = new HashMap<>(Map.of(
                    "/kind",
                    List.of("self-assessment"),
                    "/place",
                    List.of("620821"),
                    "/as-of",
                    List.of("2024-12-31"),
                    "/title",
                    List.of(each),
                    "/figures/county-seat-sewage-treatment-rate/value",
                    List.of(each),
                    "/figures/county-seat-sewage-treatment-rate/note",
                    List.of(each),
                    "/villages/0/name",
                    List.of(each)));
            fields.put("/" + each.substring(0, Math.min(each.length(), 100)).replace("/", ""), List.of(each));
            String yaml = yaml(fields);
            DossierForm.Fields again = FORM.fields(yaml.getBytes(StandardCharsets.UTF_8));
            DossierForm.Fields json = FORM.fields(FORM.dossier(fields));
            assertEquals(messages(json), messages(again), yaml);
            assertEquals(json.values(), again.values(), yaml);
        }
    }

    private static List<Message> messages(DossierForm.Fields fields) {
        return fields.problems().stream().map(Problem::message).toList();
    }

    @Test
    void whatever_stands_wherever_in_a_dossier_is_read_back_the_same() {
        for (String each : hostile()) {
            Map<String, Object> dossier = new LinkedHashMap<>();
            dossier.put("title", each);
            dossier.put("project", Map.of("works", Map.of(each, each), each, Map.of(each, each)));
            dossier.put("figures", Map.of(each, Map.of(each, List.of(each, 1, List.of(), Map.of()))));
            dossier.put("villages", List.of(each, Map.of(each, each), List.of(each), Map.of(), List.of()));
            dossier.put(each, List.of(each, Map.of(each, List.of(each))));
            assertReadBack(JSON.writeValueAsString(dossier));
        }
    }

    @Test
    void numbers_and_what_is_empty_are_read_back_the_same() {
        String values = """
                0 · -0 · 0.10 · -1.50 · 0.000 · 1e5 · 2.5e1 · 1e-5 · 1E+500 · 1e-999999999 · 1e999999999
                123456789012345678901234567890.5 · true · false · null · "" · [] · {} · [[]] · [{}] · [null]
                [[1, [2]], {"a": {"b": []}}] · {"a": null} · {"": 1} · {"2021": 1, "007": 2}""";
        for (String each : values.split(" · |\n")) {
            assertReadBack("""
                    {"title": EACH, "project": {"code": EACH, "works": EACH},
                     "figures": {"a": {"value": EACH}, "b": EACH}, "villages": [EACH]}
                    """.replace("EACH", each));
        }
    }

    private static void assertReadBack(String json) {
        Problems before = new Problems();
        Problems after = new Problems();
        Node dossier = Objects.requireNonNull(new NodeParser(before).parse(json));
        String yaml = new DossierYaml(BLANK).write(dossier);
        Node again = Objects.requireNonNull(new NodeParser(after).parse(yaml), yaml);
        assertEquals(content(dossier), content(again), yaml);
        assertEquals(
                before.stream().map(Problem::message).toList(),
                after.stream().map(Problem::message).toList(),
                yaml);
    }

    /** All of it and its order, without the lines it stands on. */
    private static Object content(Node node) {
        return switch (node.form()) {
            case MAPPING ->
                node.entries().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), content(entry.getValue())))
                        .toList();
            case LIST ->
                Map.of(
                        "list",
                        node.members().stream().map(DossierYamlTest::content).toList());
            case NUMBER -> new BigDecimal(node.textOrEmpty()).stripTrailingZeros();
            default -> node.form() + node.textOrEmpty();
        };
    }

    @Test
    void half_a_character_is_shown_as_missing() {
        for (String each : List.of("\ud83d", "\ude00", "\ud83dx", "x\ud83d\ud83d", "\ude00\ud83d")) {
            String yaml = withValue(each);
            String whole = each.replaceAll("\\p{Cs}", "\ufffd");
            assertTrue(yaml.contains("land-revenue-share: {value: \"" + whole + "\", "), yaml);
        }
    }

    @Test
    void nothing_is_folded() {
        String line = "第一段，第二段。 One, two: three. ".repeat(200).strip();
        assertTrue(withValue(line).contains("land-revenue-share: {value: \"" + line + "\", "), withValue(line));
    }
}
