package plancheck.dossier.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Problem;
import plancheck.rulebook.IndicatorRelation.Kind;

/** Of figures that contradict one another the fewest that have to be others. */
class LikelyWrongTest {
    /** What a dossier says of its contradicting figures, besides that they do. */
    private static List<String> said(String figures) {
        return FigureQueriesTest.read("620821", figures, "").problems().stream()
                .map(Problem::toString)
                .filter(one -> one.contains("最可能") || one.contains("至少要改"))
                .toList();
    }

    private static String population(String residents, String urban, String rate) {
        return """
                residents: {value: %s, unit: 万人, year: 2024}
                urban-residents: {value: %s, unit: 万人, year: 2024}
                urbanisation-rate: {value: %s, unit: "%%", year: 2024}
                """.formatted(residents, urban, rate);
    }

    @Test
    void sound_figures_are_not_spoken_of() {
        assertEquals(List.of(), said(population("20.62", "9.05", "43.89")));
    }

    @Test
    void a_figure_that_breaks_two_relations_is_named_and_so_is_the_other_that_may_be_it() {
        List<String> said = said(population("2.062", "9.05", "43.89"));
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.get(0).contains("2024年的数有2处对不上，只改“城镇常住人口”或“常住人口”一个数就能全部对上，最可能是它有误"), said.toString());
    }

    @Test
    void one_relation_alone_says_no_more_than_that_one_of_its_figures_is_wrong() {
        assertEquals(List.of(), said(population("20.62", "9.05", "34.89")));
    }

    private static LikelyWrong.Held held(Kind kind, boolean violated, String... figures) {
        return new LikelyWrong.Held(kind, List.of(figures), kind == Kind.RATIO ? 100 : 1, violated);
    }

    private static LikelyWrong.Interval exact(double value) {
        return new LikelyWrong.Interval(value, value);
    }

    private static List<Set<String>> alternatives(LikelyWrong likely) {
        return likely.entangled().stream()
                .flatMap(one -> one.alternatives().stream())
                .map(one -> (Set<String>) new TreeSet<>(one))
                .toList();
    }

    @Test
    void what_another_relation_does_not_allow_is_no_alternative() {
        // 130 % of the residents: with other amounts the part would be more than its whole.
        List<LikelyWrong.Held> relations = List.of(
                held(Kind.PART_OF, false, "urban", "residents"), held(Kind.RATIO, true, "rate", "urban", "residents"));
        LikelyWrong likely =
                new LikelyWrong(relations, Map.of("residents", exact(20), "urban", exact(9), "rate", exact(130)));
        assertEquals(List.of(Set.of("rate")), alternatives(likely));
        assertTrue(likely.entangled().get(0).isTelling());
    }

    @Test
    void of_a_sum_that_three_relations_contradict_the_wrong_part_is_found() {
        List<LikelyWrong.Held> relations = List.of(
                held(Kind.SUM_OF, true, "sum", "a", "b", "c"),
                held(Kind.PART_OF, true, "a", "limit"),
                held(Kind.DIFFERENCE, true, "rest", "sum", "a"));
        Map<String, LikelyWrong.Interval> given = Map.of(
                "sum", exact(10), "a", exact(50), "b", exact(3), "c", exact(2), "limit", exact(6), "rest", exact(5));
        assertEquals(List.of(Set.of("a")), alternatives(new LikelyWrong(relations, given)), "5 would do for all");
    }

    @Test
    void two_errors_apart_are_two_groups_and_two_in_one_group_are_both_named() {
        List<LikelyWrong.Held> apart = List.of(held(Kind.PART_OF, true, "a", "b"), held(Kind.PART_OF, true, "c", "d"));
        Map<String, LikelyWrong.Interval> given = Map.of("a", exact(5), "b", exact(3), "c", exact(7), "d", exact(1));
        assertEquals(2, new LikelyWrong(apart, given).entangled().size());

        List<LikelyWrong.Held> together = List.of(
                held(Kind.PART_OF, true, "a", "b"),
                held(Kind.PART_OF, true, "c", "d"),
                held(Kind.SUM_OF, true, "e", "b", "d"));
        Map<String, LikelyWrong.Interval> more =
                Map.of("a", exact(5), "b", exact(3), "c", exact(7), "d", exact(1), "e", exact(20));
        LikelyWrong two = new LikelyWrong(together, more);
        assertEquals(1, two.entangled().size());
        assertEquals(
                Set.of(Set.of("a", "d"), Set.of("b", "c"), Set.of("b", "d")),
                Set.copyOf(alternatives(two)),
                "no one figure mends all three");
    }

    @Test
    void a_figure_is_taken_for_all_that_it_is_rounded_from() {
        List<LikelyWrong.Held> relations =
                List.of(held(Kind.RATIO, true, "rate", "a", "b"), held(Kind.PART_OF, true, "a", "b"));
        Map<String, LikelyWrong.Interval> given = Map.of(
                "a",
                new LikelyWrong.Interval(9.5, 10.5),
                "b",
                new LikelyWrong.Interval(0.95, 1.05),
                "rate",
                new LikelyWrong.Interval(99.5, 100.5));
        assertEquals(List.of(Set.of("a"), Set.of("b")), alternatives(new LikelyWrong(relations, given)));
    }

    @Test
    void many_figures_in_contradiction_cost_no_more_than_can_be_tried() {
        List<LikelyWrong.Held> relations = new ArrayList<>();
        Map<String, LikelyWrong.Interval> given = new TreeMap<>(Map.of("whole", exact(4), "other", exact(3)));
        relations.add(held(Kind.PART_OF, true, "whole", "other"));
        for (int i = 0; i < 400; i++) {
            relations.add(held(Kind.PART_OF, true, "part" + i, i % 2 == 0 ? "whole" : "other"));
            given.put("part" + i, exact(5));
        }
        LikelyWrong many = new LikelyWrong(relations, given);
        assertEquals(List.of(), alternatives(many), "no one figure mends all");
        assertEquals(1, many.entangled().size());
    }
}
