package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** What two provisions of a made-up rule book are to each other: one of the city's plan, one of the province's. */
class RelationsTest {
    private static final String PLAN = "place: \"1\"\nbase-year: 2020\nhorizon: 2035";
    private static final String CITY = "$subject : Place( level == Level.CITY )";
    private static final String COUNTY = "$subject : Place( level == Level.COUNTY )";
    private static final String PROVINCE = "$subject : Place( level == Level.PROVINCE )";

    @TempDir
    Path rules;

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", "places: [ { code: \"1\", name: 某某, level: city } ]");
        write("indicators.yaml", """
                kinds:
                  house: { list: houses, label: 房屋, en: house, in: [city] }
                indicators:
                  - { id: rate, label: 率, en: Rate, of: [province, city, county], unit: "%" }
                  - { id: done, label: 做到, en: Done, of: [province, city], type: yes-no }
                  - { id: kept, label: 完好, en: Kept, of: [house], type: yes-no }
                  - { id: houses-total, label: 房屋数, en: Houses, of: [city] }
                  - { id: built, label: 建成年份, en: Built, of: [house] }
                """);
        write(
                "rulings.yaml",
                "rulings: { R1: { text: 至少, en: at least }, R29: { text: 大小, en: size },"
                        + " R3: { settles: [elsewhere] }, R4: { settles: [floor, stricter, same, contradiction] }, R5: { settles: [cumulative] } }");
        write("city/plan.yaml", "prefix: CC\ntitle: 市规划\n" + PLAN);
        write("province/plan.yaml", "prefix: PP\ntitle: 省规划\n" + PLAN);
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String rule(String id, String indicator, String asked, String when) {
        String total = when.contains("Item(") ? "@total( \"houses-total\" )" : "";
        return """
                rule "%s 一项规定"
                    @clause( "一/1" )
                    @anchor( "规定" )
                    @force( "must" )
                    @indicator( "%s" )
                    %s
                    %s
                    @en( "A provision" )
                when
                    %s
                then
                    insert( Requirement.of( drools.getRule().getName(), $subject ) );
                end
                """.formatted(id, indicator, asked, total, when);
    }

    /** What the second rule is to the first, and the first to the second. */
    private List<RelationKind> between(String first, String second) throws IOException {
        RuleBook book = book(first, second);
        return List.of("CC-1-1-a", "PP-1-1-a").stream()
                .flatMap(id -> book.provision(id).orElseThrow().relations().stream())
                .map(Relation::kind)
                .toList();
    }

    private RuleBook book(String first, String second) throws IOException {
        write("city/1/CC-1-1.drl", "package provisions\nimport plancheck.facts.*\n" + first);
        write("province/1/PP-1-1.drl", "package provisions\nimport plancheck.facts.*\n" + second);
        return RuleBooks.of(RuleBookSources.read(rules));
    }

    private static String city(String asked) {
        return rule("CC-1-1-a", "rate", asked, CITY);
    }

    private static String province(String asked, String when) {
        return rule("PP-1-1-a", "rate", asked, when);
    }

    @Test
    @DisplayName("of two lines for the same place the weaker is the floor, the other is stricter")
    void stricter() throws IOException {
        assertEquals(
                List.of(RelationKind.FLOOR, RelationKind.STRICTER),
                between(city("@atLeast( \"2025-12-31: 60\" )"), province("@atLeast( \"2025-12-31: 50\" )", CITY)));
    }

    @Test
    @DisplayName("an earlier date is stricter than a later one for the same line")
    void earlier() throws IOException {
        assertEquals(
                List.of(RelationKind.FLOOR, RelationKind.STRICTER),
                between(city("@atLeast( \"2025-12-31: 60\" )"), province("@atLeast( \"2035-12-31: 60\" )", CITY)));
    }

    @Test
    @DisplayName("for at most, the lower line is stricter")
    void atMost() throws IOException {
        assertEquals(
                List.of(RelationKind.STRICTER, RelationKind.FLOOR),
                between(city("@atMost( \"2025-12-31: 60\" )"), province("@atMost( \"2025-12-31: 50\" )", CITY)));
    }

    @Test
    @DisplayName("the same line at the same date is the same")
    void same() throws IOException {
        assertEquals(
                List.of(RelationKind.SAME, RelationKind.SAME),
                between(city("@atLeast( \"2025-12-31: 60\" )"), province("@atLeast( \"2025-12-31: 60\" )", CITY)));
    }

    @Test
    @DisplayName("a higher line at a later date stands beside a lower one at an earlier date")
    void cumulative() throws IOException {
        assertEquals(
                List.of(RelationKind.CUMULATIVE, RelationKind.CUMULATIVE),
                between(city("@atLeast( \"2025-12-31: 50\" )"), province("@atLeast( \"2035-12-31: 60\" )", CITY)));
    }

    @Test
    @DisplayName("at least more than what is allowed at most cannot be kept")
    void contradiction() throws IOException {
        assertEquals(
                List.of(RelationKind.CONTRADICTION, RelationKind.CONTRADICTION),
                between(city("@atLeast( \"2025-12-31: 60\" )"), province("@atMost( \"2025-12-31: 50\" )", CITY)));
        assertEquals(
                List.of(RelationKind.CUMULATIVE, RelationKind.CUMULATIVE),
                between(city("@atLeast( \"2025-12-31: 50\" )"), province("@atMost( \"2025-12-31: 50\" )", CITY)));
    }

    @Test
    @DisplayName("yes and no to the same question cannot be kept")
    void yesAndNo() throws IOException {
        assertEquals(
                List.of(RelationKind.CONTRADICTION, RelationKind.CONTRADICTION),
                between(
                        rule("CC-1-1-a", "done", "@yes( \"standing\" )", CITY),
                        rule("PP-1-1-a", "done", "@no( \"standing\" )", CITY)));
    }

    @Test
    @DisplayName("a weaker line of the province is the city's floor; the city's line says nothing to the province")
    void otherLevel() throws IOException {
        assertEquals(
                List.of(RelationKind.FLOOR, RelationKind.ELSEWHERE),
                between(city("@atLeast( \"2025-12-31: 60\" )"), province("@atLeast( \"2025-12-31: 50\" )", PROVINCE)));
        assertEquals(
                List.of(RelationKind.ELSEWHERE, RelationKind.ELSEWHERE),
                between(city("@atLeast( \"2025-12-31: 50\" )"), province("@atLeast( \"2025-12-31: 60\" )", PROVINCE)));
    }

    @Test
    @DisplayName("in one plan, lines for places that have nothing in common are not compared")
    void apart() throws IOException {
        String other = rule("CC-1-1-b", "rate", "@atLeast( \"2025-12-31: 70\" )", COUNTY);
        RuleBook book = book(
                city("@atLeast( \"2025-12-31: 60\" )") + other, rule("PP-1-1-a", "done", "@yes( \"standing\" )", CITY));
        assertEquals(List.of(), book.provision("CC-1-1-a").orElseThrow().relations());
    }

    @Test
    @DisplayName("lists with different cut-offs stand side by side")
    void cutOffs() throws IOException {
        assertEquals(
                List.of(RelationKind.CUMULATIVE, RelationKind.CUMULATIVE),
                between(
                        rule(
                                "CC-1-1-a",
                                "kept",
                                "@yes( \"2025-12-31\" )",
                                "$subject : Item( kind == \"house\", number( \"built\" ) <= 2005 )"),
                        rule(
                                "PP-1-1-a",
                                "kept",
                                "@yes( \"2025-12-31\" )",
                                "$subject : Item( kind == \"house\", number( \"built\" ) <= 2000 )")));
    }

    @Test
    @DisplayName("a tension is shown on both findings, with its note and the ruling that settles it")
    void tension() throws IOException {
        write("city/plan.yaml", """
                prefix: CC
                title: 市规划
                place: "1"
                base-year: 2020
                horizon: 2035
                relations:
                  - { one: [CC-1-1-a], other: [PP-1-1-a], note: 两者兼顾, en: keep both, ruling: R29 }
                """);
        RuleBook book =
                book(city("@atLeast( \"2025-12-31: 60\" )"), rule("PP-1-1-a", "done", "@yes( \"standing\" )", CITY));
        for (String id : List.of("CC-1-1-a", "PP-1-1-a")) {
            Relation relation = book.provision(id).orElseThrow().relations().get(0);
            assertEquals(RelationKind.TENSION, relation.kind());
            assertEquals("两者兼顾", relation.note().zh());
            assertEquals("keep both", relation.note().en());
            assertEquals("R29", relation.ruling());
        }
    }

    @Test
    @DisplayName("a tension between provisions or by a ruling that do not exist is a mistake of the rule book")
    void unknownTension() throws IOException {
        write("city/plan.yaml", """
                prefix: CC
                title: 市规划
                place: "1"
                base-year: 2020
                horizon: 2035
                relations:
                  - { one: [CC-1-1-a], other: [PP-1-1-z], note: 两者兼顾, en: keep both, ruling: R77 }
                """);
        RuleBookException thrown = assertThrows(
                RuleBookException.class,
                () -> book(
                        city("@atLeast( \"2025-12-31: 60\" )"),
                        rule("PP-1-1-a", "done", "@yes( \"standing\" )", CITY)));
        assertTrue(thrown.toString().contains("PP-1-1-z"), thrown.toString());
        assertTrue(thrown.toString().contains("R77"), thrown.toString());
    }
}
