package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** The register of works of a made-up plan, against its text. */
class WorkVerificationTest {
    private static final PlanText TEXT = PlanText.parse("""
            某某规划2021—2035年。
            一、修桥
            （一）东桥。
            1.建成东桥，宽12米，另改造危桥41座。建设一批口袋公园。
            """, Numbering.USUAL);

    private static final String STAGE = """
            package provisions
            import plancheck.facts.*

            rule "PL-1.1-1-a 东桥建成"
                @clause( "一/（一）/1" )
                @anchor( "建成东桥" )
                @force( "must" )
                @named( "东桥" )
                @stage( "2025-12-31: completed" )
                @ruling( "R10" )
                @en( "East Bridge" )
            when
                $subject : Place( level == Level.COUNTY )
            then
                insert( Requirement.of( drools.getRule().getName(), $subject ) );
            end
            """;

    private static final String WORK =
            "works: [ { id: PL-1.1-1-w1, name: 东桥, en: East Bridge, sector: bridge, nature: new, standard: { note: %s }, asked-by: [PL-1.1-1-a] } ]";

    @TempDir
    private Path rules;

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", "places: [ { code: \"1\", name: 某某, en: Somewhere, level: county } ]");
        write("indicators.yaml", """
                indicators: [ { id: bridges, label: 危桥, en: Bridges, of: [county], unit: 座, cumulative-since: 2021 } ]
                sectors: { bridge: { label: 桥梁, en: bridge } }
                """);
        write("rulings.yaml", "rulings: { R10: { needed-when: [due-by-plan] } }");
        write("pingliang/plan.yaml", Register.regenerated("""
                prefix: PL
                title: 某某规划2021—2035年
                place: "1"
                base-year: 2020
                horizon: 2035
                undated: [ { due: 2025, ruling: R10 } ]
                clauses: []
                """, TEXT));
        write("pingliang/1/PL-1.1-1.drl", STAGE);
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> problems(String works) throws IOException {
        write("pingliang/works.yaml", works);
        return new WorkVerification(RuleBooks.of(RuleBookSources.read(rules)), Map.of("pingliang", TEXT))
                .problems().stream().map(problem -> problem.message().zh()).toList();
    }

    @Test
    void a_work_stands_where_the_provision_stands_that_asks_for_it() throws IOException {
        assertEquals(List.of(), problems(WORK.formatted("宽12米")));
    }

    @Test
    void a_number_that_is_not_the_clauses_is_named() throws IOException {
        assertEquals(List.of("规划项目PL-1.1-1-w1所写的13不在条款一/（一）/1中"), problems(WORK.formatted("宽13米")));
        String counted =
                "works: [ %s { id: PL-1.1-1-w2, name: 危桥, en: Bridges, sector: bridge, places: [\"1\"], clause: 一/（一）/1, "
                        + "anchor: 另改造危桥, quantity: { value: %s, unit: 座 } } ]";
        String first = WORK.formatted("宽12米").replace("works: [ ", "").replace(" } ]", " },");
        assertEquals(List.of(), problems(counted.formatted(first, "41")));
        assertEquals(List.of("规划项目PL-1.1-1-w2所写的42不在条款一/（一）/1中"), problems(counted.formatted(first, "42")));
    }

    @Test
    void words_that_are_not_in_the_clause_are_named() throws IOException {
        String works = WORK.formatted("宽12米").replace("asked-by: [PL", "clause: 一/（一）/1, anchor: 建成西桥, asked-by: [PL");
        assertEquals(List.of("规划项目PL-1.1-1-w1：条款一/（一）/1中没有“建成西桥”"), problems(works));
    }

    @Test
    void a_stage_whose_work_is_in_no_register_is_named() throws IOException {
        String other =
                "works: [ { id: PL-1.1-1-w1, name: 口袋公园, en: Parks, sector: bridge, places: [\"1\"], clause: 一/（一）/1, anchor: 口袋公园 } ]";
        assertEquals(List.of("PL-1.1-1-a（东桥建成）所要求的工程没有登记"), problems(other));
    }

    @Test
    void a_register_that_names_what_there_is_not_is_not_read() throws IOException {
        for (String wrong : List.of(
                WORK.formatted("宽12米").replace("PL-1.1-1-a", "PL-1.1-1-z"),
                WORK.formatted("宽12米").replace("sector: bridge", "sector: tunnel"),
                WORK.formatted("宽12米").replace("nature: new", "places: [\"9\"]"),
                WORK.formatted("宽12米").replace("nature: new", "part-of: PL-1.1-1-w1"),
                WORK.formatted("宽12米")
                        .replace("asked-by: [PL-1.1-1-a]", "nature: new")
                        .replaceFirst("nature: new, ", ""),
                WORK.formatted("宽12米").replace("nature: new", "wide: 12"))) {
            write("pingliang/works.yaml", wrong);
            RuleBookException refused =
                    assertThrows(RuleBookException.class, () -> RuleBooks.of(RuleBookSources.read(rules)), wrong);
            assertTrue(
                    refused.problems().stream()
                            .anyMatch(problem -> problem.file().equals("pingliang/works.yaml")),
                    refused.problems().toString());
        }
    }
}
