package plancheck.dossier.pasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.rulebook.PlaceName;

/** What is copied out of a spreadsheet, as offices keep them. */
class PastedTableTest {
    /** Columns: name, households, hardened-road, sewage-conditions, … */
    private static final PastedTable VILLAGES = new PastedTable(list("villages"));

    /** Columns: name, in, built, renovated, needs-renovation. */
    private static final PastedTable COMPOUNDS = new PastedTable(list("compounds"));

    @Test
    void without_headings_the_cells_go_by_order() {
        PastedTable.Rows rows = VILLAGES.read("张家湾\t42\t是\r\n李家湾\t31\t否\r\n", 0);
        assertEquals(List.of(), rows.problems());
        assertEquals(2, rows.rows());
        assertEquals(
                Map.of(
                        "/villages/0/name", "张家湾",
                        "/villages/0/households", "42",
                        "/villages/0/hardened-road", "yes",
                        "/villages/1/name", "李家湾",
                        "/villages/1/households", "31",
                        "/villages/1/hardened-road", "no"),
                single(rows));
    }

    @Test
    void with_headings_they_go_by_those_in_any_order_and_either_language() {
        String expected = "{/compounds/0/renovated=no, /compounds/0/name=建设小区, /compounds/0/built=1998, "
                + "/compounds/0/in=county-seat}";
        for (String headings : List.of(
                "renovated\tname\tbuilt\tin",
                heading("renovated") + "\t名称\t" + heading("built") + "\t所在区域",
                "是否 " + heading("renovated") + "\t老旧小区名称*\t" + heading("built") + "（年）\t 所在区域：")) {
            PastedTable.Rows rows = COMPOUNDS.read(headings + "\n否\t建设小区\t1998年\t县城\n", 0);
            assertEquals(List.of(), rows.problems(), headings);
            assertEquals(expected, single(rows).toString(), headings);
        }
    }

    @Test
    void rows_are_added_below_those_the_form_has() {
        PastedTable.Rows rows = VILLAGES.read("\n\n张家湾\n\n李家湾\n", 7);
        assertEquals(
                "{/villages/7/name=张家湾, /villages/8/name=李家湾}", single(rows).toString());
        assertEquals(2, rows.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"张家湾;42;是", "张家湾,42,是", "\uFEFF\"张家湾\",\"42\",\"是\"", "张家湾\t42\t是\t\t\t\t\t\t"})
    void semicolons_and_commas_serve_where_there_is_no_tab(String text) {
        PastedTable.Rows rows = VILLAGES.read(text, 0);
        assertEquals(List.of(), rows.problems());
        assertEquals(
                "{/villages/0/name=张家湾, /villages/0/households=42, /villages/0/hardened-road=yes}",
                single(rows).toString());
    }

    @Test
    void a_comma_is_part_of_a_cell_where_there_are_tabs() {
        assertEquals("甲,乙、丙；丁", single(VILLAGES.read("甲,乙、丙；丁\t42", 0)).get("/villages/0/name"));
    }

    @Test
    void a_line_break_in_a_quoted_cell_is_no_new_row() {
        PastedTable.Rows rows = VILLAGES.read("\"张家湾\n（上庄）\"\t42\t是\n\"说\"\"好\"\"村\"\t30\t是", 0);
        assertEquals(List.of(), rows.problems());
        assertEquals("张家湾 （上庄）", single(rows).get("/villages/0/name"));
        assertEquals("说\"好\"村", single(rows).get("/villages/1/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"活力\"小区\t42\n李家湾\t30", "\"活力小区\t42\n李家湾\t30"})
    void a_quotation_mark_that_belongs_to_the_words_stays_and_swallows_no_rows(String text) {
        PastedTable.Rows rows = VILLAGES.read(text, 0);
        assertEquals(2, rows.rows());
        assertTrue(Objects.requireNonNull(single(rows).get("/villages/0/name")).startsWith("\"活力"));
        assertEquals(List.of("引号不成对，已当作普通文字。请核对带引号的内容和各行是否对齐"), said(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "是, yes",
        "√, yes",
        "✓, yes",
        "✔, yes",
        "有, yes",
        "已, yes",
        "YES, yes",
        "ｙｅｓ, yes",
        "true, yes",
        "否, no",
        "×, no",
        "无, no",
        "未, no",
        "没有, no",
        "No, no"
    })
    void ticks_crosses_and_words_are_answers(String cell, String answer) {
        PastedTable.Rows rows = VILLAGES.read("张家湾\t42\t" + cell, 0);
        assertEquals(List.of(), rows.problems());
        assertEquals(answer, single(rows).get("/villages/0/hardened-road"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "○", "●", "-", "—", "/", "x", "部分", "是否", "不详", "基本是"})
    void what_may_mean_either_is_asked_back_and_kept_as_pasted(String cell) {
        PastedTable.Rows rows = VILLAGES.read("张家湾\t42\t" + cell, 3);
        assertEquals(List.of("第1行：“通硬化路”一栏的“" + cell + "”看不出是或否。请填“是”或“否”；没有数据就留空"), said(rows));
        assertEquals("/villages/3/hardened-road", rows.problems().get(0).pointer());
        assertEquals(cell, single(rows).get("/villages/3/hardened-road"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"42 户|42", "４２|42", "1,042|1042", "1，042户|1042", "0|0", "-3|-3"})
    void a_number_is_read_as_a_spreadsheet_shows_it(String cell, String number) {
        PastedTable.Rows rows = VILLAGES.read("张家湾\t" + cell, 0);
        assertEquals(List.of(), rows.problems());
        assertEquals(number, single(rows).get("/villages/0/households"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"约30", "三十", "30-40", "1,04", "12人", "#REF!", "007"})
    void what_is_no_number_is_asked_back_and_kept_as_pasted(String cell) {
        PastedTable.Rows rows = VILLAGES.read("张家湾\t" + cell, 0);
        assertEquals(List.of("第1行：“常住户数”一栏的“" + cell + "”不是数字。请只填阿拉伯数字；没有数据就留空"), said(rows));
        assertEquals(cell, single(rows).get("/villages/0/households"));
    }

    @Test
    void everything_wrong_comes_at_once_with_row_and_column() {
        PastedTable.Rows rows = COMPOUNDS.read("""
            序号\t名称\t所在区域\t所在区域\t联系人\t已改造
            1\t建设小区\t城东\t县城\t王\t部分
            2\t和平小区\t县城\t\t\t是
            """.replace("已改造", heading("renovated")), 0);
        assertEquals(
                List.of(
                        "第1行：不认识表头“联系人”，这些栏未采用。请改成下列栏名之一，或删去这一栏：" + headings(),
                        "第1行：表头“所在区域”重复，只采用前一栏。请删去重复的一栏",
                        "第2行：“所在区域”一栏的“城东”不在可填的范围内。请填“县城”、“县（市、区）其余区域”；没有数据就留空",
                        "第2行：“" + heading("renovated") + "”一栏的“部分”看不出是或否。请填“是”或“否”；没有数据就留空"),
                said(rows));
        assertEquals("城东", single(rows).get("/compounds/0/in"));
        assertEquals("county-seat", single(rows).get("/compounds/1/in"));
    }

    @Test
    void a_heading_that_there_is_not_is_told_once_with_the_one_that_is_meant() {
        PastedTable.Rows rows = VILLAGES.read("自然村\t户数\t是否通硬化路\n甲村\t42\t是\n乙村\t38\t是\n丙村\t35\t否\n", 0);
        assertEquals(List.of("第1行：表头“户数”按“常住户数”读取。不是这个意思的，请先改栏名"), said(rows));
        assertEquals(3, rows.rows());
        assertEquals("no", single(rows).get("/villages/2/hardened-road"));
        assertEquals("35", single(rows).get("/villages/2/households"));
        PastedTable.Rows other = VILLAGES.read("自然村\t户数（户籍）\t通硬化路\n甲村\t42\t是\n", 0);
        assertTrue(
                said(other).get(0).startsWith("第1行：不认识表头“户数（户籍）”，这些栏未采用。请改成"),
                () -> said(other).toString());
        assertNull(single(other).get("/villages/0/households"));
    }

    /** As eight counties might keep them: each is taken whole, with a line or two about what was left aside, and nothing is read wrongly. */
    @ParameterizedTest
    @MethodSource("plancheck.dossier.pasting.OwnSheets#eight")
    void a_countys_own_sheet_is_taken(OwnSheets.OwnSheet own) {
        PastedTable.Rows rows = new PastedTable(list(own.list())).read(own.table(), 0);
        assertTrue(
                rows.problems().stream().noneMatch(Problem::isError),
                () -> said(rows).toString());
        assertTrue(rows.problems().size() <= 4, () -> said(rows).toString());
        assertEquals(own.fields(), new TreeMap<>(single(rows)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"合计", "合 计", " 合\u3000计：", "总计", "小计", "共计", "全县合计", "合计（2个村）", "Total", "合　计\u200B", "泾川县总计"})
    void a_row_of_totals_is_no_item_and_is_said_once(String name) {
        PastedTable.Rows rows = VILLAGES.read("名称\t常住户数\t通硬化路\n甲村\t42\t是\n" + name + "\t42\t1\n", 0);
        assertEquals(1, rows.rows());
        assertEquals(1, rows.problems().size(), () -> said(rows).toString());
        assertTrue(said(rows).get(0).startsWith("第3行：“"), () -> said(rows).toString());
        assertTrue(
                said(rows).get(0).endsWith("”是合计，不是一项，未采用。清单只收各项，合计不用填"),
                () -> said(rows).toString());
    }

    @Test
    void a_total_that_is_not_what_the_rows_come_to_is_said() {
        String table = "名称\t常住户数\n合计\t81\n甲村\t42\n乙村\t38\n小计\t80\n丙村\t\n丁村\t1\n小计\t7\n";
        assertEquals(
                List.of("第2行：“合计”、“小计”是合计，不是一项，未采用。清单只收各项，合计不用填"), said(VILLAGES.read(table, 0)), "丙村 is not known");
        assertEquals(
                List.of(
                        "第2行：“合计”、“小计”是合计，不是一项，未采用。清单只收各项，合计不用填",
                        "第2行：合计行的“常住户数”是81，各行相加是86。请核对是否漏了行，或数值有误",
                        "第8行：合计行的“常住户数”是8，各行相加是6。请核对是否漏了行，或数值有误"),
                said(VILLAGES.read(table.replace("丙村\t", "丙村\t5").replace("\t7", "\t8"), 0)));
    }

    @Test
    void title_notes_and_headings_of_the_next_page_are_no_items() {
        PastedTable.Rows rows =
                VILLAGES.read("泾川县自然村统计表\n单位：户\n名称\t常住户数\n甲村\t42\n名称\t常住户数\n乙村\t38\n注：2024年底数\n填表人：王某\n", 0);
        assertEquals(
                List.of(
                        "第1行：表头以上的内容未采用：“泾川县自然村统计表”、“单位：户”。请核对其中没有清单的内容",
                        "第7行：“注：2024年底数”、“填表人：王某”是表格的附注，不是一项，未采用。清单只收各项"),
                said(rows));
        assertEquals(
                "{/villages/0/name=甲村, /villages/0/households=42, /villages/1/name=乙村, /villages/1/households=38}",
                single(rows).toString());
    }

    @Test
    void a_mistake_in_every_row_is_told_five_times_and_counted() {
        PastedTable.Rows rows = VILLAGES.read("名称\t常住户数\n" + "甲村\t约30\n".repeat(1_000), 0);
        assertEquals(6, rows.problems().size());
        assertEquals("第7行：同样的问题还有995处，不再逐一列出。请先改正列出的各处和同类的问题，再检查一次", said(rows).get(5));
    }

    @Test
    void what_is_garbled_is_told() {
        assertEquals(
                List.of("第2行：有读不成文字的乱码。请在电子表格里打开原表再复制；用程序提交的请用 UTF-8"),
                said(VILLAGES.read("甲\t42\n\uFFFD\uFFFD\t3", 0)));
    }

    @Test
    void headings_without_a_name_are_asked_back() {
        assertEquals(List.of("第1行：表头里没有“名称”。请补上“名称”一栏再粘贴"), said(VILLAGES.read("常住户数\n42", 0)));
    }

    @Test
    void an_item_called_like_its_list_is_no_heading() {
        assertEquals("自然村", single(VILLAGES.read("自然村\t42", 0)).get("/villages/0/name"));
    }

    @Test
    void source_evidence_and_note_may_stand_beside() {
        PastedTable.Rows rows = VILLAGES.read("名称\t佐证材料\t备注\t来源\n甲\t\"台账；\n图\"\t无\t部门报送", 0);
        assertEquals(List.of(), rows.problems());
        assertEquals(
                "{/villages/0/name=甲, /villages/0/evidence=台账；\n图, /villages/0/note=无, /villages/0/source=department}",
                single(rows).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "名称\t常住户数\n"})
    void where_there_is_nothing_it_is_said(String text) {
        PastedTable.Rows rows = VILLAGES.read(text, 0);
        assertEquals(Map.of(), rows.fields());
        assertEquals(List.of("没有可以采用的内容。请在电子表格里选中数据区域，复制后粘贴"), said(rows));
    }

    @Test
    void five_thousand_rows_are_read_and_one_more_is_refused_whole() {
        assertEquals(
                5_000,
                VILLAGES.read("名称\t常住户数\t通硬化路\n" + "村\t30\t是\n".repeat(5_000), 0)
                        .rows());
        PastedTable.Rows tooMany = VILLAGES.read("村\t30\t是\n".repeat(5_021), 0);
        assertEquals(0, tooMany.rows());
        assertEquals(List.of("粘贴的内容过多，一次不超过5000行、100万字。请确认复制的是数据区域；清单过长时请分几次粘贴"), said(tooMany));
    }

    @Test
    void a_hostile_paste_is_told_in_a_few_words() {
        for (String text : List.of(
                "\t甲".repeat(300_000),
                "名称" + "\t乙".repeat(300_000),
                "\"".repeat(300_001),
                "\u0000\t\uD800",
                "=cmd()\t=1+1")) {
            PastedTable.Rows rows = VILLAGES.read(text, 0);
            assertTrue(rows.problems().size() <= 20);
            rows.problems().forEach(problem -> assertTrue(problem.toString().length() < 1_000));
        }
    }

    @Test
    void what_was_pasted_is_read_as_a_dossier() {
        Map<String, List<String>> form = new LinkedHashMap<>(new DossierForm(Given.BOOK)
                .fields(Given.HEAD.getBytes(StandardCharsets.UTF_8))
                .values());
        form.putAll(VILLAGES.read("名称\t常住户数\t通硬化路\n张家湾\t42\t√\n李家湾\t\t×", 0).fields());
        Dossier dossier =
                Given.READER.read(new DossierForm(Given.BOOK).dossier(form)).orThrow();
        assertEquals(2, dossier.items().size());
        assertEquals(
                true,
                Objects.requireNonNull(dossier.items().get(0).figure("hardened-road"))
                        .value());
        assertNull(dossier.items().get(1).figure("households"), "a blank cell is unknown, not zero");
    }

    private static ListSection list(String key) {
        PlaceName place = Objects.requireNonNull(Given.BOOK.places().get("620821"));
        return Questionnaire.selfAssessment(Given.BOOK, place, LocalDate.of(2024, 12, 31)).lists().stream()
                .filter(list -> list.kind().list().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What the form calls a column of the compounds. */
    private static String heading(String key) {
        return list("compounds").columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow()
                .label()
                .zh();
    }

    private static String headings() {
        return String.join(
                "、",
                list("compounds").columns().stream().map(c -> c.label().zh()).toList());
    }

    private static Map<String, String> single(PastedTable.Rows rows) {
        Map<String, String> single = new LinkedHashMap<>();
        rows.fields().forEach((name, values) -> single.put(name, String.join("|", values)));
        return single;
    }

    private static List<String> said(PastedTable.Rows rows) {
        return rows.problems().stream()
                .peek(Given::inEnglish)
                .map(Problem::toString)
                .toList();
    }
}
