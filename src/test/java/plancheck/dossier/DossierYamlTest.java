package plancheck.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;

/** A dossier from the form, taken along as YAML. */
class DossierYamlTest {
    private static final DossierForm FORM = new DossierForm(Given.BOOK);

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
        return java.util.Objects.requireNonNull(Given.BOOK.places().get(code));
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
        assertTrue(jingchuan.contains("  # 县城污水处理率（%）\n  county-seat-sewage-treatment-rate: { value: "), jingchuan);
    }

    /** The names before colons, from line to line. */
    private static List<String> keys(String yaml) {
        return yaml.lines()
                .map(line ->
                        line.replaceFirst("^# *(figures:|[a-z-]+: .*)$", "$1").replaceFirst("^#   ([a-z-]+:)", "  $1"))
                .filter(line -> line.matches(" *[A-Za-z][\\w.-]*:.*"))
                .map(line -> line.strip().replaceFirst(":.*", ""))
                .distinct()
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    @Test
    void an_exponent_is_written_out() {
        Map<String, List<String>> fields = Map.of(
                "/kind", List.of("self-assessment"),
                "/place", List.of("620821"),
                "/as-of", List.of("2024-12-31"),
                "/figures/land-revenue-share/value", List.of("2.5e1"));
        assertTrue(yaml(fields).contains("land-revenue-share: { value: 25, "), yaml(fields));
    }

    @Test
    void whatever_was_typed_is_kept() {
        List<String> typed = List.of(
                "a: b",
                "a #b",
                "- a",
                "true",
                "Null",
                "yes",
                "12",
                "012",
                " x",
                "\"",
                "'",
                "\\",
                "{a}",
                "[",
                ",",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%",
                "@",
                "`",
                "a:",
                "?",
                "2024-02-30",
                "𠮷",
                "\u0007",
                "\u0085",
                "\u2028",
                "\ufeff",
                "a\nb",
                "第一，“二”：三。",
                "x".repeat(3000));
        for (String each : typed) {
            Map<String, List<String>> fields = Map.of(
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
                    "/" + each.substring(0, Math.min(each.length(), 100)).replace("/", ""),
                    List.of(each),
                    "/villages/0/name",
                    List.of(each));
            String yaml = yaml(fields);
            DossierForm.Fields again = FORM.fields(yaml.getBytes(StandardCharsets.UTF_8));
            DossierForm.Fields json = FORM.fields(FORM.dossier(fields));
            assertEquals(messages(json), messages(again), yaml);
            assertEquals(json.values(), again.values(), yaml);
        }
    }

    private static List<Label> messages(DossierForm.Fields fields) {
        return fields.problems().stream().map(Problem::message).toList();
    }
}
