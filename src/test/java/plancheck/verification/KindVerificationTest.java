package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** Each kind of fault that stands against no letter of the text, on a made-up plan: what brings it back is reported. */
class KindVerificationTest {
    private static final PlanText TEXT = PlanText.parse("""
            某某规划2021—2035年。
            一、山上种树
            （一）种树。
            1.甲。支持企业种松树。改造老旧厂房。种好松树、柏树。加强林场管理。大幅改善林相。建设林业体系。城市要种花。加快建设苗圃。
            2.乙。改造西山石砌水渠。
            3.丙。整治西山石砌水渠。
            """, Numbering.USUAL);

    @TempDir
    Path rules;

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", "places: [ { code: \"1\", name: 某某, en: Somewhere, level: county } ]");
        write("indicators.yaml", """
                indicators:
                  - { id: saplings, label: 树苗, en: Saplings, of: [county], type: declaration, help: 至少40棵, help-en: at least 40 }
                  - { id: nurseries, label: 苗圃数, en: Nurseries, of: [county], unit: 个 }
                features: { old-factories: { label: 老旧厂房, en: old factories } }
                """);
        write("rulings.yaml", """
                rulings:
                  R10: { needed-when: [due-by-plan] }
                  R12: { needed-when: [standing] }
                  R37: { needed-when: [may-be-absent] }
                  R43: { needed-when: [same-answer], settles: [same, floor, stricter, contradiction, cumulative, elsewhere] }
                """);
        exceptions("");
        write("pingliang/plan.yaml", Register.regenerated("""
                prefix: PL
                title: 某某规划2021—2035年
                place: "1"
                base-year: 2020
                horizon: 2035
                undated: [ { due: 2025, ruling: R10 } ]
                clauses: []
                """, TEXT));
    }

    private void exceptions(String exceptions) throws IOException {
        write("exceptions.yaml", """
                words:
                  soft-word: 支持|鼓励
                  absent: 老旧
                  each-added: "各|每"
                  improve-standing: "^加强"
                  no-works: 体系
                  completion-added: "."
                  anchor-spans: "."
                  item-dropped: "等"
                  help-number: "\\\\d+年"
                  addressee: 城市
                  size-word: 大幅
                  effort-lost: "加快|sped up"
                  effort-measured: 加快
                  asked-twice: "[，。]"
                  false-repeat: "."
                exceptions: [ %s ]
                """.formatted(exceptions));
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String rule(int item, String title, String anchor, String asked, String ruling) {
        return """

                rule "PL-1.1-%d-a %s"
                    @clause( "一/（一）/%d" )
                    @anchor( "%s" )
                    @force( "must" )
                    %s
                    @ruling( "%s" )
                    @en( "Something" )
                when
                    $subject : Place( level == Level.COUNTY )
                then
                    insert( Requirement.of( drools.getRule().getName(), $subject ) );
                end
                """.formatted(item, title, item, anchor, asked, ruling);
    }

    private static String duty(String title, String anchor) {
        return rule(1, title, anchor, "@yes( \"2025-12-31\" )", "R10");
    }

    private List<String> problems(String... written) {
        RuleBookSources sources = RuleBookSources.read(rules);
        for (int at = 0; at < written.length; at++) {
            sources = sources.with(
                    "pingliang/1/PL-1.1-" + (at + 1) + ".drl",
                    "package provisions\nimport plancheck.facts.*\n" + written[at]);
        }
        return new KindVerification(RuleBooks.of(sources), Map.of("pingliang", TEXT))
                .problems().stream().map(problem -> problem.message().zh()).toList();
    }

    private void assertFound(String said, String... written) {
        List<String> problems = problems(written);
        assertTrue(problems.stream().anyMatch(p -> p.contains(said)), problems.toString());
    }

    @Test
    @DisplayName("a soft word before the anchor is no binding one")
    void softWord() {
        assertFound("“支持”是倡导或用力的词", duty("企业种松树", "企业种松树"));
        assertEquals(List.of(), problems(duty("种好松树、柏树", "种好松树、柏树")));
    }

    @Test
    @DisplayName("what a place may not have needs an answer that it has none")
    void absent() {
        assertFound("“老旧”有的地方没有", duty("改造老旧厂房", "改造老旧厂房"));
        String feature = "@feature( \"old-factories\" )\n    @yes( \"2025-12-31\" )";
        assertEquals(List.of(), problems(rule(1, "改造老旧厂房", "改造老旧厂房", feature, "R10, R37")));
    }

    @Test
    @DisplayName("each is not ours to add")
    void eachAdded() {
        assertFound("“每”在所引句中没有", duty("每村种好松树、柏树", "种好松树、柏树"));
    }

    @Test
    @DisplayName("to strengthen is a task and no state")
    void improveStanding() {
        assertFound("“加强”是任务不是状态", rule(1, "加强林场管理", "加强林场管理", "@yes( \"standing\" )", "R12"));
        assertEquals(List.of(), problems(duty("加强林场管理", "加强林场管理")));
    }

    @Test
    @DisplayName("a stage is asked only of works, and completion only where the text promises it")
    void stages() {
        String stage = "@stage( \"2025-12-31: under-construction\" )";
        assertFound("“体系”不是工程", rule(1, "林业体系在建", "建设林业体系", stage, "R10"));
        String completed = "@stage( \"2025-12-31: completed\" )";
        assertFound("原文没有", rule(1, "厂房建成", "改造老旧厂房", completed, "R10"));
        assertEquals(List.of(), problems(rule(1, "厂房改造在建", "改造老旧厂房", stage, "R10")));
    }

    @Test
    @DisplayName("an anchor ends with its sentence")
    void anchorSpans() {
        assertFound("锚词跨了两句", duty("改造老旧厂房，种好松树", "改造老旧厂房种好松树"));
    }

    @Test
    @DisplayName("each item that an anchor lists is asked about")
    void itemDropped() {
        assertFound("“柏树”没有问到", duty("种好松树", "种好松树、柏树"));
    }

    @Test
    @DisplayName("an effort is asked for in both languages where the plan asks for one")
    void effortLost() {
        String both = duty("加快建设苗圃", "加快建设苗圃").replace("Something", "Building of nurseries sped up");
        assertEquals(List.of(), problems(both));
        assertFound("“苗圃建成”问的是结果", both.replace("-a 加快建设苗圃", "-a 苗圃建成"));
        assertFound("“Nurseries built”问的是结果", both.replace("Building of nurseries sped up", "Nurseries built"));
    }

    @Test
    @DisplayName("an effort is not judged by a figure of which the sentence says nothing")
    void effortMeasured() {
        String question = "@review( \"是否加快\" )\n    @reviewEn( \"Is it sped up\" )\n    @due( \"2025-12-31\" )";
        assertEquals(List.of(), problems(rule(1, "加快建设苗圃", "加快建设苗圃", question, "R10")));
        String byFigure = "@indicator( \"nurseries\" )\n    " + question;
        assertFound("要对照原文没有写的数值判定", rule(1, "加快建设苗圃", "加快建设苗圃", byFigure, "R10"));
    }

    @Test
    @DisplayName("a number in a help text comes from the text or from a ruling")
    void helpNumber() {
        String asked = "@indicator( \"saplings\" )\n    @yes( \"2025-12-31\" )";
        assertFound("填报说明中的40", rule(1, "加强林场管理", "加强林场管理", asked, "R10"));
    }

    @Test
    @DisplayName("what a city is to do is not asked of every county")
    void addressee() {
        assertFound("“城市”指城区或县城", duty("种花", "城市要种花"));
    }

    @Test
    @DisplayName("a change without a size is nobody's to declare of himself")
    void sizeWord() {
        assertFound("“大幅”没有写明幅度", duty("大幅改善林相", "大幅改善林相"));
        String question = "@review( \"够不够\" )\n    @reviewEn( \"Is it\" )\n    @due( \"2025-12-31\" )";
        assertEquals(List.of(), problems(rule(1, "大幅改善林相", "大幅改善林相", question, "R10")));
    }

    @Test
    @DisplayName("two clauses that share six characters are joined, or an exception says why both stand")
    void askedTwice() throws IOException {
        String one = rule(2, "改造西山石砌水渠", "改造西山石砌水渠", "@yes( \"2025-12-31\" )", "R10");
        String other = rule(3, "整治西山石砌水渠", "整治西山石砌水渠", "@yes( \"2025-12-31\" )", "R10");
        String first = duty("种好松树、柏树", "种好松树、柏树");
        assertFound("PL-1.1-3-a“西山石砌水渠”", first, one, other);
        String same = "@sameAs( \"PL-1.1-2-a\" )\n    @yes( \"2025-12-31\" )";
        assertEquals(List.of(), problems(first, one, rule(3, "整治西山石砌水渠", "整治西山石砌水渠", same, "R10, R43")));
        exceptions("{ check: asked-twice, ids: [PL-1.1-2-a, PL-1.1-3-a], why: 先修后管 }");
        assertEquals(List.of(), problems(first, one, other));
    }

    @Test
    @DisplayName("a repetition stands where it is said to stand")
    void falseRepeat() throws IOException {
        String plan = Files.readString(rules.resolve("pingliang/plan.yaml"));
        write(
                "pingliang/plan.yaml",
                plan.replace(
                        "clauses:",
                        "sentences: [ { path: 一/（一）/1, anchor: 建设林业体系, cover: repeat, why: 见PL-1.1-1-a } ]\nclauses:"));
        assertFound("建设林业体系”说是重复", duty("种花", "种好松树、柏树"));
        assertTrue(problems(duty("林业体系", "建设林业体系")).stream().noneMatch(p -> p.contains("重复")));
    }

    @Test
    @DisplayName("an exception that keeps nothing quiet is itself reported")
    void staleException() throws IOException {
        exceptions(
                "{ check: soft-word, ids: [PL-1.1-1-a], why: 不再需要 }, { check: soft-wrod, ids: [PL-1.1-1-a], why: 写错 }");
        RuleBookSources sources = RuleBookSources.read(rules)
                .with(
                        "pingliang/1/PL-1.1-1.drl",
                        "package provisions\nimport plancheck.facts.*\n" + duty("加强林场管理", "加强林场管理"));
        List<String> problems = new RuleVerification(RuleBooks.of(sources), Map.of("pingliang", TEXT))
                .problems().stream().map(problem -> problem.message().zh()).toList();
        assertTrue(problems.contains("例外“soft-word”（PL-1.1-1-a）已不起作用"), problems.toString());
        assertTrue(problems.stream().anyMatch(p -> p.contains("soft-wrod")), problems.toString());
    }
}
