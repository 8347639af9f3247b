package plancheck.dossier.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.Given;
import plancheck.rulebook.FigureCheck;

/** What figures usually are: asked about, and explained; never judged by. */
class FigureQueriesTest {
    private static final String ALL_TREATED =
            "county-seat-sewage-treatment-rate: {value: 100, unit: \"%\", year: 2024}";

    static DossierReading read(String place, String figures, String more) {
        return Given.READER.read(("""
                plancheck: 1
                kind: self-assessment
                id: t1
                title: 试
                place: "%s"
                as-of: 2024-12-31
                figures:
                """.formatted(place) + figures.indent(2) + more).getBytes(StandardCharsets.UTF_8));
    }

    private static String queries(String place, String figures) {
        return FigureQueries.of(read(place, figures, "").problems()).stream()
                .map(FigureQueries.FigureQuery::check)
                .collect(Collectors.joining(","));
    }

    private static String queries(String figures) {
        return queries("620821", figures);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 103, ''",
        "100, 103.01, residents-change",
        "100, 97, ''",
        "100, 96.99, residents-change",
        "0, 5, ''"
    })
    void a_change_in_percent_is_asked_about_beyond_the_line(String before, String now, String asked) {
        assertEquals(asked, queries("residents: {series: {2023: " + before + ", 2024: " + now + "}, unit: 万人}"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 40, 43, ''",
        "2023, 40, 43.01, urbanisation-rate-change",
        "2023, 40, 36.9, urbanisation-rate-change",
        "2020, 40, 52, ''",
        "2020, 40, 52.1, urbanisation-rate-change"
    })
    void a_change_in_points_is_asked_about_beyond_the_line_of_a_year(
            String year, String before, String now, String asked) {
        String series = "{" + year + ": " + before + ", 2024: " + now + "}";
        assertEquals(asked, queries("urbanisation-rate: {series: " + series + ", unit: \"%\"}"));
    }

    /** 庄浪县 had 28.42 % in 2020, says the plan of the city. */
    @Test
    void a_first_figure_is_held_against_what_the_plan_says_of_the_place() {
        String rate = "urbanisation-rate: {value: %s, unit: \"%%\", year: 2024}";
        assertEquals("", queries("620825", rate.formatted("40.42")));
        assertEquals("urbanisation-rate-change", queries("620825", rate.formatted("40.43")));
        assertEquals("", queries("620821", rate.formatted("60")), "the plan says nothing of this county");
    }

    @Test
    void a_ratio_needs_both_figures_of_one_year() {
        String both = "urban-income-per-head: {value: 30000, unit: 元, year: %s}\n"
                + "rural-income-per-head: {value: 6000, unit: 元, year: 2024}";
        assertEquals("income-gap", queries(both.formatted("2024")));
        assertEquals("", queries(both.formatted("2023")));
        assertEquals("", queries("urban-income-per-head: {value: 30000, unit: 元, year: 2024}"));
    }

    @Test
    void what_is_usually_lower_may_be_as_high() {
        String both = "registered-urbanisation-rate: {value: %s, unit: \"%%\", year: 2024}\n"
                + "urbanisation-rate: {value: 44, unit: \"%%\", year: 2024}";
        assertEquals("", queries(both.formatted("44")));
        assertEquals("registered-urbanisation-rate-at-most-urbanisation-rate", queries(both.formatted("44.1")));
    }

    @Test
    void a_rate_of_a_hundred_is_asked_about() {
        assertEquals("county-seat-sewage-treatment-rate-usual", queries(ALL_TREATED));
        assertEquals("", queries(ALL_TREATED.replace("100", "97.5")));
    }

    @Test
    void an_explanation_stands_beside_it_and_nothing_is_open() {
        String explained = "explanations:\n  county-seat-sewage-treatment-rate-usual: %s\n";
        List<Problem> problems =
                read("620821", ALL_TREATED, explained.formatted("厂网一体")).problems();
        assertTrue(problems.stream().noneMatch(FigureQueries::isOpen));
        assertTrue(problems.stream().anyMatch(one -> one.toString().contains("填报单位说明：厂网一体")), problems.toString());
        assertTrue(
                read("620821", ALL_TREATED, explained.formatted("\"  \"")).problems().stream()
                        .anyMatch(FigureQueries::isOpen),
                "blanks explain nothing");
        assertTrue(
                read("620821", ALL_TREATED, "explanations:\n  no-such-check: x\n").problems().stream()
                        .anyMatch(Problem::isError),
                "there is no such check");
    }

    @Test
    void nothing_is_judged_by_it() {
        DossierReading reading = read("620821", ALL_TREATED, "");
        assertNotNull(reading.dossier());
        assertEquals(List.of(), reading.orThrow().contradictions());
    }

    @Test
    void there_are_at_least_forty() {
        List<FigureCheck> checks = Given.BOOK.figureChecks();
        assertTrue(checks.size() >= 40, checks.size() + " checks");
        Set<String> ids = new HashSet<>();
        checks.forEach(check -> assertTrue(ids.add(check.id()), check.id()));
    }

    @Test
    void the_shipped_dossiers_which_have_published_figures_are_asked_nothing() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("test-cases/dossiers"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                assertEquals(
                        List.of(),
                        Given.READER.read(file).problems().stream()
                                .filter(FigureQueries::isOpen)
                                .toList(),
                        file.toString());
            }
        }
    }
}
