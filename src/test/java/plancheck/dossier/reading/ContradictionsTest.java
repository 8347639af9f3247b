package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.rulebook.IndicatorRelation;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Figures that cannot both be are noted with both values; what rounding explains is not. */
class ContradictionsTest {
    private static final RuleBook BOOK = RuleBooks.shipped();

    private static List<Problem> problems(String place, String... lines) {
        String dossier = """
                plancheck: 1
                kind: self-assessment
                id: x
                title: 自评
                place: "%s"
                as-of: "2025-12-31"
                """.formatted(place) + String.join("\n", lines) + "\n";
        DossierReading reading = new DossierReader(BOOK).read(dossier.getBytes(StandardCharsets.UTF_8));
        return reading.problems();
    }

    private static List<String> codes(String place, String... lines) {
        return problems(place, lines).stream().map(Problem::code).toList();
    }

    @Test
    void a_rate_beside_parts_that_give_another_is_noted_with_all_values() {
        Problem problem = problems(
                        "620800",
                        "figures:",
                        "  urbanisation-rate: 50",
                        "  urban-residents: 85.27",
                        "  residents: 182.25")
                .get(0);
        assertEquals("dossier.figure-contradicts-parts", problem.code());
        assertTrue(!problem.isError());
        for (String said : List.of(problem.inWords().zh(), problem.inWords().en())) {
            assertTrue(List.of("50", "85.27", "182.25", "46.7874").stream().allMatch(said::contains), said);
        }
    }

    @Test
    void what_is_rounded_to_the_digits_given_is_no_contradiction() {
        for (String rate : List.of("46.79", "46.8", "47", "46.79")) {
            assertEquals(
                    List.of(),
                    codes(
                            "620800",
                            "figures:",
                            "  urbanisation-rate: " + rate,
                            "  urban-residents: 85.27",
                            "  residents: 182.25"));
        }
        assertEquals(
                List.of("dossier.figure-contradicts-parts"),
                codes(
                        "620800",
                        "figures:",
                        "  urbanisation-rate: 46.76",
                        "  urban-residents: 85.27",
                        "  residents: 182.25"));
    }

    @Test
    void a_part_is_never_more_than_its_whole() {
        assertEquals(
                List.of("dossier.figure-above-whole"),
                codes("620800", "figures:", "  cattle-in-stock: 70", "  cattle-raised: 60"));
        assertEquals(
                List.of(),
                codes("620800", "figures:", "  cattle-in-stock: 60", "  cattle-raised: 60"),
                "all of it may be");
        assertEquals(
                List.of(),
                codes(
                        "620800",
                        "figures:",
                        "  cattle-in-stock: { value: 70, unit: 万头, year: 2024 }",
                        "  cattle-raised: 60"),
                "of another year nothing follows");
    }

    @Test
    void what_is_counted_since_a_year_never_falls() {
        String series = "  compound-renovations: { unit: 个, series: { \"2023\": 30, \"2024\": %s } }";
        assertEquals(List.of("dossier.figure-falls"), codes("620800", "figures:", series.formatted("29")));
        assertEquals(List.of(), codes("620800", "figures:", series.formatted("30")));
    }

    @Test
    void an_answer_that_another_rules_out_is_noted() {
        String other = "  settlement-without-giving-up-land-rights: { answer: %s, evidence: [县政府文件12号] }";
        String all = "  settlement-without-restrictions: { answer: yes, evidence: [县政府文件12号] }";
        assertEquals(
                List.of("dossier.answer-contradicts"), codes("620821", "declarations:", all, other.formatted("no")));
        assertEquals(List.of(), codes("620821", "declarations:", all, other.formatted("yes")));
    }

    @Test
    void the_shipped_indicators_have_relations_of_every_kind_but_sums_of_parts() {
        List<IndicatorRelation> relations = BOOK.indicatorRelations();
        System.out.println(relations.size() + " relations between indicators");
        for (IndicatorRelation.Kind kind : IndicatorRelation.Kind.values()) {
            assertEquals(
                    kind != IndicatorRelation.Kind.SUM_OF,
                    relations.stream().anyMatch(relation -> relation.kind() == kind),
                    kind.toString());
        }
    }
}
