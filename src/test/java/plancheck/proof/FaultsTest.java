package plancheck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.rulebook.reading.RuleBooks;

/** A made-up rule book with one fault of each kind: the solver finds it, and the check confirms it. */
class FaultsTest {
    @TempDir
    Path rules;

    private final StringBuilder written = new StringBuilder("package provisions\nimport plancheck.facts.*\n");
    private char letter = 'a';

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", "places: [ { code: \"620821\", name: 某某, en: Somewhere, level: county } ]");
        write("indicators.yaml", """
                indicators:
                  - { id: trees, label: 林地率, en: Share of woods, of: [county], unit: "%", min: 0, max: 100 }
                  - { id: pines, label: 松林率, en: Share of pines, of: [county], unit: "%", min: 0, max: 100, part-of: [trees] }
                  - { id: area, label: 面积, en: Area, of: [county], unit: 公顷, min: 0, max: 100 }
                """);
        write(
                "rulings.yaml",
                "rulings: { R1: { settles: [contradiction, cumulative, floor, stricter, same, elsewhere] } }");
        write("pingliang/plan.yaml", """
                prefix: PL
                title: 某某规划2021—2035年
                place: "620821"
                base-year: 2020
                horizon: 2035
                clauses: [ { path: 一/（一）/1 } ]
                """);
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void rule(String indicator, String asked, String condition) {
        written.append("""

                rule "PL-1.1-1-%s 某事"
                    @clause( "一/（一）/1" )
                    @anchor( "某事" )
                    @force( "must" )
                    @indicator( "%s" )
                    %s
                    @ruling( "R1" )
                    @en( "Something" )
                when
                    $subject : Place( level == Level.COUNTY%s )
                then
                    insert( Requirement.of( drools.getRule().getName(), $subject ) );
                end
                """.formatted(letter++, indicator, asked, condition));
    }

    private Set<String> faults() throws IOException {
        write("pingliang/1/PL-1.1-1.drl", written.toString());
        List<Violation> violations = Prover.of(RuleBooks.of(rules)).violations();
        violations.forEach(violation -> {
            assertTrue(violation.confirmed(), violation.toString());
            assertTrue(!violation.witnesses().isEmpty(), violation.toString());
        });
        return violations.stream()
                .map(violation -> violation.fault() + " "
                        + violation.provisions().stream()
                                .map(id -> id.substring(id.length() - 1))
                                .collect(Collectors.joining()))
                .collect(Collectors.toSet());
    }

    @Test
    void a_sound_rule_has_none() throws IOException {
        rule("trees", "@atLeast( \"2025-12-31: 60, 2035-12-31: 70\" )", "");
        assertEquals(Set.of(), faults());
    }

    @Test
    void a_condition_that_no_figure_meets() throws IOException {
        rule("trees", "@atLeast( \"2025-12-31: 60\" )", ", number( \"area\" ) > 200");
        assertEquals(Set.of("BINDS_NOBODY a"), faults());
    }

    @Test
    void a_rate_above_the_whole_cannot_be_kept() throws IOException {
        rule("trees", "@atLeast( \"2025-12-31: 105\" )", "");
        assertEquals(Set.of("CANNOT_BE_KEPT a"), faults());
    }

    @Test
    void a_rate_of_at_most_the_whole_cannot_be_missed() throws IOException {
        rule("trees", "@atMost( \"2025-12-31: 100\" )", "");
        assertEquals(Set.of("CANNOT_BE_MISSED a"), faults());
    }

    @Test
    void a_baseline_that_no_plan_gives() throws IOException {
        rule("trees", "@moreThan( \"2025-12-31: baseline\" )", "");
        assertEquals(Set.of("HAS_NO_LINE a"), faults());
    }

    @Test
    void at_least_more_than_at_most() throws IOException {
        rule("trees", "@atLeast( \"2025-12-31: 60\" )", "");
        rule("trees", "@atMost( \"2025-12-31: 50\" )", "");
        assertEquals(Set.of("NOT_TOGETHER ab", "BETTER_IS_WORSE ab", "BETTER_IS_WORSE ba"), faults());
    }

    @Test
    void a_better_figure_that_is_worse_for_another_rule() throws IOException {
        rule("trees", "@atLeast( \"2025-12-31: 50\" )", "");
        rule("trees", "@atMost( \"2025-12-31: 60\" )", "");
        assertEquals(Set.of("BETTER_IS_WORSE ab", "BETTER_IS_WORSE ba"), faults());
    }

    @Test
    void what_the_rules_leave_of_a_figure_goes_by_what_it_is_part_of() throws IOException {
        rule("trees", "@atMost( \"2025-12-31: 50\" )", "");
        rule("pines", "@atLeast( \"2025-12-31: 20\" )", "");
        write("pingliang/1/PL-1.1-1.drl", written.toString());
        assertEquals(
                List.of("trees 20.00 50.00", "pines 20.00 50.00"),
                Ranges.of(RuleBooks.of(rules)).stream()
                        .map(range ->
                                range.indicator().id() + " " + range.least().orElseThrow() + " "
                                        + range.most().orElseThrow())
                        .toList());
    }

    @Test
    void more_of_a_part_than_there_may_be_of_the_whole() throws IOException {
        rule("trees", "@atMost( \"2025-12-31: 50\" )", "");
        rule("pines", "@atLeast( \"2025-12-31: 60\" )", "");
        assertEquals(Set.of("NOT_TOGETHER ab"), faults());
    }
}
