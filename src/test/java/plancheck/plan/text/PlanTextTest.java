package plancheck.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.reading.RuleBooks;

/** The traps of extracted texts, each in a made-up plan of a few lines. */
class PlanTextTest {

    private static PlanText parse(String... lines) {
        return PlanText.parse(String.join("\n\n", lines), Numbering.USUAL);
    }

    private static List<String> paths(PlanText text) {
        return text.clauses().stream().map(Clause::path).toList();
    }

    private static String text(PlanText text, String path) {
        return text.clause(path).orElseThrow().text();
    }

    @Test
    @DisplayName("chapters, sections, items, boxes and box items have their paths")
    void paths() {
        PlanText text = parse(
                "为造林而写本规划。",
                "一、山上种树",
                "先种再养。",
                "（一）选苗。苗要壮。",
                "1.松苗。要一年生。",
                "2.柏苗。要两年生。",
                "专栏 1 苗圃",
                "1.东圃。三亩。",
                "2.西圃。五亩。",
                "（二）浇水。",
                "二、山下修路");
        assertEquals(
                List.of(
                        "文首",
                        "一",
                        "一/（一）",
                        "一/（一）/1",
                        "一/（一）/2",
                        "一/（一）/专栏1",
                        "一/（一）/专栏1/1",
                        "一/（一）/专栏1/2",
                        "一/（二）",
                        "二"),
                paths(text));
        assertEquals("一、山上种树\n先种再养。", text(text, "一"));
        assertEquals("选苗", text.clause("一/（一）").orElseThrow().heading());
        assertEquals("（一）选苗。苗要壮。", text(text, "一/（一）"));
        assertEquals("苗圃", text.clause("一/（一）/专栏1").orElseThrow().heading());
        assertEquals(11, text.clause("一/（一）/2").orElseThrow().line());
    }

    @Test
    @DisplayName("full-width digits, a private-use point and ASCII punctuation become what was printed")
    void glyphs() {
        PlanText text = parse("一、路", "(一)修路.到２０３０年,通路率达到９８\uDBC0\uDDB05％ .", "１\uDBC0\uDDB0村路.修 «村路» 网.");
        assertEquals("（一）修路。到2030年，通路率达到98.5%。", text(text, "一/（一）"));
        assertEquals("1.村路。修《村路》网。", text(text, "一/（一）/1"));
        assertEquals("村路", text.clause("一/（一）/1").orElseThrow().heading());
    }

    @Test
    @DisplayName("a page mark or a form feed inside a sentence leaves no trace")
    void pageMarks() {
        PlanText text = parse("一、路", "（一）修路。山高路远坑深弯多坡陡，", "—１２—", "\f桥也要修。");
        assertEquals("（一）修路。山高路远坑深弯多坡陡，桥也要修。", text(text, "一/（一）"));
    }

    @Test
    @DisplayName("a number that a line break has put at the head of a line is no item and no box")
    void numbersAtLineHeads() {
        PlanText text = parse("一、路", "（一）修路。全县再修高等级公路不少于", "30 公里，其中硬化不少于", "2.5 公里，另修", "1 座跨河大桥连通两岸。", "1.验收。要验收。");
        assertEquals(List.of("一", "一/（一）", "一/（一）/1"), paths(text));
        assertEquals("（一）修路。全县再修高等级公路不少于30公里，其中硬化不少于2.5公里，另修1座跨河大桥连通两岸。", text(text, "一/（一）"));
    }

    @Test
    @DisplayName("a box without the word for it is a box when its number is next and an item follows")
    void unnamedBox() {
        PlanText text = parse("一、路", "（一）修路。先修。", "专栏 1 桥", "1.东桥。建成。", "（二）补路。再补。", "2 坑洼路段补修工程", "1.填坑。填平。");
        assertEquals("坑洼路段补修工程", text.clause("一/（二）/专栏2").orElseThrow().heading());
        assertTrue(text.clause("一/（二）/专栏2/1").isPresent());
    }

    @Test
    @DisplayName("an item after a box that continues the section, not the box, belongs to the section")
    void itemAfterBox() {
        PlanText text = parse("一、路", "（一）修路。", "1.甲。做甲。", "专栏 1 桥", "1.东桥。建成。", "2.西桥。建成。", "3.南桥。建成。", "2.乙。做乙。");
        assertEquals("乙", text.clause("一/（一）/2").orElseThrow().heading());
        assertEquals("西桥", text.clause("一/（一）/专栏1/2").orElseThrow().heading());
    }

    @Test
    @DisplayName("sub-items 一是, 二是 are split off at sentence boundaries only")
    void subItems() {
        PlanText text = parse("一、路", "（一）修路。", "1.村路。一是先修东村，唯一是要快。二是再修西村。", "2.大路。这一是难事。");
        assertEquals("1.村路。", text(text, "一/（一）/1"));
        assertEquals("一是先修东村，唯一是要快。", text(text, "一/（一）/1/一是"));
        assertEquals("二是再修西村。", text(text, "一/（一）/1/二是"));
        assertEquals("2.大路。这一是难事。", text(text, "一/（一）/2"));
    }

    @Test
    @DisplayName("dash paragraphs, date headings and unnumbered paragraphs are numbered within what is above them")
    void paragraphs() {
        PlanText text = parse(
                "一、目标",
                "(三)不算数的括号不是第一节.",
                "(一)发展目标.",
                "到２０２５年:",
                "———路通.",
                "———桥成.",
                "到２０３５年:全县的路和桥都修得又平又宽又直又好.",
                "(二)要求.",
                "路要平，桥要直，人人都要出一份力，天天都要有一点",
                "进展.",
                "树要绿.",
                "草要青.");
        assertEquals(
                List.of(
                        "一",
                        "一/（一）",
                        "一/（一）/到2025年",
                        "一/（一）/到2025年/——1",
                        "一/（一）/到2025年/——2",
                        "一/（一）/到2035年",
                        "一/（二）",
                        "一/（二）/段1",
                        "一/（二）/段2",
                        "一/（二）/段3"),
                paths(text));
        assertEquals("路要平，桥要直，人人都要出一份力，天天都要有一点进展。", text(text, "一/（二）/段1"));
        assertEquals(
                List.of("一/（一）/到2025年", "一/（一）", "一"),
                text.governing(text.clause("一/（一）/到2025年/——2").orElseThrow()).stream()
                        .map(Clause::path)
                        .toList());
    }

    @Test
    @DisplayName("a figure's caption is a clause of its own and parts the paragraphs around it")
    void captions() {
        PlanText text = parse("一、路", "(一)现状.", "路不好走,坑很多很深很难填平.", "图１　道路分布", "桥也不好走.");
        assertEquals("道路分布", text.clause("一/（一）/图1").orElseThrow().heading());
        assertEquals("桥也不好走。", text(text, "一/（一）/段2"));
    }

    @Test
    @DisplayName("an anchor is found whatever its punctuation, but not inside a longer number")
    void anchors() {
        Clause clause = new Clause("一", "", "通路率达到１97.5%，修路 30 公里。", 1);
        assertTrue(clause.contains("修路30公里"));
        assertTrue(clause.contains("通路率，达到197.5％"));
        assertFalse(clause.contains("97.5%，修路"));
        assertFalse(clause.contains("通路率达到197"));
        assertFalse(clause.contains("。"));
        Clause.Span span = clause.mark("修路30公里").orElseThrow();
        assertEquals("修路 30 公里", clause.text().substring(span.start(), span.end()));
    }

    @Test
    @DisplayName("the fingerprint forgives punctuation and blanks, and no digit, decimal point or word")
    void fingerprints() {
        String print = new Clause("一", "", "达到97.5%，全部完成。", 1).fingerprint();
        assertEquals(12, print.length());
        assertEquals(print, new Clause("二", "", "达到 ９７.５％,全部完成.", 9).fingerprint());
        assertNotEquals(print, new Clause("一", "", "达到97.6%，全部完成。", 1).fingerprint());
        assertNotEquals(print, new Clause("一", "", "达到975%，全部完成。", 1).fingerprint());
        assertNotEquals(print, new Clause("一", "", "达到97.5%，全都完成。", 1).fingerprint());
    }

    @Test
    @DisplayName("a text that is empty or of no plan is refused in words that say what to do")
    void unknownTexts() {
        assertTrue(refusal(" \n").contains("空"));
        assertTrue(refusal("一、山上种树\n二、山下修路").contains("认不出"));
    }

    private static String refusal(String raw) {
        return String.valueOf(assertThrows(
                        PlanTextException.class,
                        () -> RuleBooks.shipped().knownPlans().recognise(raw))
                .getMessage());
    }
}
