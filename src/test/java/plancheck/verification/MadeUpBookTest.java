package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.EnglishText;
import plancheck.plan.text.Clause;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** What verification says about each kind of slip, on a made-up plan and one rule. */
class MadeUpBookTest {
    private static final PlanText TEXT = PlanText.parse("""
            某某规划2021—2035年，2021年3月5日。
            一、山上种树
            （一）种树。全县种树有进展，2020年种树率40.5%。
            1.种松。到2025年，全县种松率达到62.5%以上，到2035年达到80%左右。
            2.浇水。天天浇水。
            （二）修枝。修枝率30.5%。
            （三）各村。2020年，除南村超过60%外，东村、西村种松率仅为20.5%和30.5%。
            """, Numbering.USUAL);
    private static final String RULE = """
            package provisions
            import plancheck.facts.*

            rule "PL-1.1-1-a 全县种松率达到62.5%"
                @clause( "一/（一）/1" )
                @anchor( "全县种松率达到62.5%以上" )
                @force( "must" )
                @indicator( "pine-rate" )
                @atLeast( "2025-12-31: 62.5" )
                @ruling( "R1, R9" )
                @en( "Pine rate" )
            when
                $subject : Place( level == Level.COUNTY )
            then
                insert( Requirement.of( drools.getRule().getName(), $subject ) );
            end
            """;

    @TempDir
    Path rules;

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", """
                places:
                  - { code: "1", name: 某某, en: Somewhere, level: county }
                  - { code: "2", name: 东村, en: East, level: county }
                  - { code: "3", name: 西村, en: West, level: county }
                  - { code: "4", name: 南村, en: South, level: county }
                """);
        write(
                "indicators.yaml",
                "indicators: [ { id: pine-rate, label: 种松率, en: Pine rate, of: [county], unit: \"%\" } ]");
        write("rulings.yaml", """
                rulings:
                  R1: { words: 以上, needed-when: [at-least] }
                  R2: { words: 左右, needed-when: [about] }
                  R9: { needed-when: [due-by-text] }
                  R10: { needed-when: [due-by-plan] }
                  R12: { needed-when: [standing] }
                """);
        write("pingliang/plan.yaml", Register.regenerated("""
                prefix: PL
                title: 某某规划2021—2035年
                issued: 2021-03-05
                place: "1"
                base-year: 2020
                horizon: 2035
                undated: [ { due: 2025, ruling: R10 } ]
                baselines: [ { indicator: pine-rate, place: "1", year: 2020, value: 40.5, clause: 一/（一） } ]
                clauses: []
                """, TEXT));
        write("pingliang/1/PL-1.1-1.drl", RULE);
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> problems(String rule) {
        RuleBookSources sources = RuleBookSources.read(rules).with("pingliang/1/PL-1.1-1.drl", rule);
        RuleBook book = RuleBooks.of(sources);
        EnglishText english = EnglishText.of(
                book, rule, TEXT.clauses().stream().map(Clause::text).collect(Collectors.joining()));
        return new RuleVerification(book, Map.of("pingliang", TEXT))
                .problems().stream()
                        .peek(problem -> assertEquals(
                                List.of(), english.chineseIn(problem.inWords().en())))
                        .map(RuleBookProblem::toString)
                        .toList();
    }

    private void assertNoticed(String old, String changed, String... said) {
        List<String> problems = problems(RULE.replace(old, changed));
        assertTrue(problems.stream().anyMatch(p -> List.of(said).stream().allMatch(p::contains)), problems.toString());
    }

    @Test
    @DisplayName("a rule that its clause bears out has no problem")
    void holds() {
        assertEquals(List.of(), problems(RULE));
    }

    @Test
    @DisplayName("an anchor that is not in the clause is reported with its line and where it is")
    void wrongClause() {
        assertNoticed("一/（一）/1\"", "一/（一）/2\"", "PL-1.1-1.drl:6", "该锚词在一/（一）/1");
    }

    @Test
    @DisplayName("an id that does not follow from the clause is reported")
    void wrongId() {
        assertNoticed("一/（一）/1\"", "一/（一）/2\"", "编号PL-1.1-1-a与条款一/（一）/2不一致");
    }

    @Test
    @DisplayName("a value that is not in the anchor is reported, even when the clause has it elsewhere")
    void wrongValue() {
        assertNoticed(": 62.5", ": 80", "数值80不在锚词中");
    }

    @Test
    @DisplayName("a due year is the last one before the value in its sentence")
    void wrongYear() {
        assertNoticed("2025-12-31", "2035-12-31", "期限2035年与原文的[2025]不符");
        assertNoticed("2025-12-31", "2025-11-30", "不是当年年底");
    }

    @Test
    @DisplayName("a year dates what is below only from a heading, or where the words below it begin with it (R9)")
    void yearAbove() {
        String watered = RULE.replace("PL-1.1-1-a 全县种松率达到62.5%", "PL-1.1-2-a 天天浇水")
                .replace("一/（一）/1", "一/（一）/2")
                .replace("全县种松率达到62.5%以上", "天天浇水")
                .replace("@indicator( \"pine-rate\" )", "@yes( \"2025-12-31\" )")
                .replace("    @atLeast( \"2025-12-31: 62.5\" )\n", "")
                .replace("R1, R9", "R9");
        assertTrue(problemsBelow("到2025年，全县种树有进展", watered).stream().noneMatch(p -> p.contains("R10")));
        assertTrue(problemsBelow("全县种树有进展，到2025年更好", watered).stream().anyMatch(p -> p.contains("应引用释义R10")));
    }

    private List<String> problemsBelow(String lead, String rule) {
        PlanText text = new PlanText(TEXT.clauses().stream()
                .map(c -> new Clause(c.path(), c.heading(), c.text().replace("全县种树有进展，2020年种树率40.5%", lead), c.line()))
                .toList());
        RuleBook book = RuleBooks.of(RuleBookSources.read(rules).with("pingliang/1/PL-1.1-2.drl", rule));
        return new RuleVerification(book, Map.of("pingliang", text))
                .problems().stream().map(RuleBookProblem::toString).toList();
    }

    @Test
    @DisplayName("a ruling for texts without a date is refused when the text has one")
    void wrongDueRuling() {
        assertNoticed("R1, R9", "R1, R10", "不应引用释义R10");
        assertNoticed("R1, R9", "R1, R10", "应引用释义R9");
    }

    @Test
    @DisplayName("a ruling whose words are not there is refused")
    void wrongWords() {
        assertNoticed("R1, R9", "R1, R2, R9", "不应引用释义R2");
    }

    @Test
    @DisplayName("a digit of our own words that is not the rule's is reported")
    void wrongTitle() {
        assertNoticed("a 全县种松率达到62.5%", "a 全县种松率达到80%", "标题", "80");
    }

    private List<String> problemsOfBaseline(String value, String year, String clause) throws IOException {
        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        String changed = "year: " + year + ", value: " + value + ", clause: " + clause + " }";
        write("pingliang/plan.yaml", yaml.replace("year: 2020, value: 40.5, clause: 一/（一） }", changed));
        return problems(RULE);
    }

    @Test
    @DisplayName("the year of a baseline may stand in an earlier clause of its section")
    void yearHoldsOn() throws IOException {
        assertEquals(List.of(), problemsOfBaseline("62.5", "2020", "一/（一）/1"));
    }

    @Test
    @DisplayName("a baseline's year that stands later or in another section only is reported")
    void yearElsewhere() throws IOException {
        String said = "基期值pine-rate的年份";
        List<String> later = problemsOfBaseline("40.5", "2025", "一/（一）");
        assertTrue(later.stream().anyMatch(p -> p.contains(said + "2025不在条款一/（一）")), later.toString());
        writeBook();
        List<String> other = problemsOfBaseline("30.5", "2020", "一/（二）");
        assertTrue(other.stream().anyMatch(p -> p.contains(said + "2020不在条款一/（二）")), other.toString());
    }

    private List<String> problemsOfPlaces(String east, String west) throws IOException {
        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        String baseline = ", { indicator: pine-rate, place: \"%s\", year: 2020, value: %s, clause: 一/（三） }";
        String more = "clause: 一/（一） }" + baseline.formatted(east, "20.5") + baseline.formatted(west, "30.5");
        write("pingliang/plan.yaml", yaml.replace("clause: 一/（一） }", more));
        return problems(RULE);
    }

    @Test
    @DisplayName("of several places and values in a sentence each value belongs to the place of its turn")
    void placesInOrder() throws IOException {
        assertEquals(List.of(), problemsOfPlaces("2", "3"));
        writeBook();
        List<String> swapped = problemsOfPlaces("3", "2");
        assertTrue(swapped.stream().anyMatch(p -> p.contains("（3，20.5）与条款一/（三）的文字不符")), swapped.toString());
        assertTrue(swapped.stream().anyMatch(p -> p.contains("（2，30.5）与条款一/（三）的文字不符")), swapped.toString());
        writeBook();
        List<String> other = problemsOfPlaces("4", "3");
        assertTrue(other.stream().anyMatch(p -> p.contains("（4，20.5）与条款一/（三）的文字不符")), other.toString());
    }

    @Test
    @DisplayName("two baselines of one indicator, place and year are reported")
    void baselineTwice() throws IOException {
        List<String> twice = problemsOfPlaces("3", "3");
        assertTrue(twice.stream().anyMatch(p -> p.contains("基期值pine-rate（3，2020年）登记了两次")), twice.toString());
    }

    @Test
    @DisplayName("a figure that stands once cannot be two baselines, and a clause's own number is none")
    void figureTwice() throws IOException {
        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        String again = "{ indicator: pine-rate, place: \"1\", year: 2014, value: 40.5, clause: 一/（一） }";
        write("pingliang/plan.yaml", yaml.replace("clause: 一/（一） }", "clause: 一/（一） }, " + again));
        List<String> twice = problems(RULE);
        assertTrue(twice.stream().anyMatch(p -> p.contains("40.5只出现1次，却登记为2个基期值")), twice.toString());
        writeBook();
        List<String> own = problemsOfBaseline("1", "2020", "一/（一）/1");
        assertTrue(own.stream().anyMatch(p -> p.contains("（1，1）与条款一/（一）/1的文字不符")), own.toString());
    }

    @Test
    @DisplayName("a register that knows other clauses than the text is reported from both sides")
    void wrongRegister() throws IOException {
        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        write("pingliang/plan.yaml", yaml.replace("\"一/（一）/2\"", "\"一/（一）/3\""));
        List<String> problems = problems(RULE);
        assertTrue(problems.stream().anyMatch(p -> p.contains("原文条款一/（一）/2没有登记")), problems.toString());
        assertTrue(problems.stream().anyMatch(p -> p.contains("登记的条款一/（一）/3不在原文中")), problems.toString());
    }

    @Test
    @DisplayName("regenerating the register keeps how clauses are covered and why")
    void registerKeepsReasons() throws IOException {
        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        String covered = yaml.replaceFirst("(path: \"一/（一）/2\".*) }", "$1, cover: direction, why: \"没有“标准”: 天天\" }");
        assertEquals(covered, Register.regenerated(covered, TEXT));
        assertTrue(covered.contains("cover: direction"));
    }

    private List<String> numbersLeft() {
        return new RuleVerification(RuleBooks.of(RuleBookSources.read(rules)), Map.of("pingliang", TEXT))
                .numbersLeft().stream()
                        .map(problem -> problem.message().zh())
                        .filter(message -> message.contains("一/（一）/1"))
                        .toList();
    }

    @Test
    @DisplayName("a number that no rule asks and no reason names is left over, with the words around it")
    void numberLeft() throws IOException {
        List<String> left = numbersLeft();
        assertEquals(2, left.size(), left.toString());
        assertTrue(left.get(0).contains("“2035”"), left.toString());
        assertTrue(left.get(1).contains("“80”") && left.get(1).contains("达到80%左右"), left.toString());

        String yaml = Files.readString(rules.resolve("pingliang/plan.yaml"));
        String why = "sentences: [ { path: 一/（一）/1, anchor: 全县种松率, cover: direction, why: 2035年的80%是展望 } ]\nclauses:";
        write("pingliang/plan.yaml", yaml.replace("clauses:", why));
        assertEquals(List.of(), numbersLeft());
    }

    @Test
    @DisplayName("a rule that asks for the second number as well leaves none over")
    void numberAsked() throws IOException {
        write(
                "pingliang/1/PL-1.1-1.drl",
                RULE.replace("2025-12-31: 62.5", "2025-12-31: 62.5, 2035-12-31: 80")
                        .replace("达到62.5%以上\"", "达到62.5%以上，到2035年达到80%\""));
        assertEquals(List.of(), numbersLeft());
    }

    @Test
    @DisplayName("a sentence that neither a rule nor a reason speaks of is reported")
    void sentenceLeft() throws IOException {
        PlanText longer = new PlanText(TEXT.clauses().stream()
                .map(c -> c.path().equals("一/（一）/1")
                        ? new plancheck.plan.text.Clause(c.path(), c.heading(), c.text() + "松要常绿。", c.line())
                        : c)
                .toList());
        List<String> problems = new RuleVerification(
                        RuleBooks.of(RuleBookSources.read(rules)), Map.of("pingliang", longer))
                .problems().stream().map(problem -> problem.message().zh()).toList();
        assertTrue(problems.stream().anyMatch(p -> p.contains("“松要常绿”既没有规则，也没有说明")), problems.toString());
    }
}
