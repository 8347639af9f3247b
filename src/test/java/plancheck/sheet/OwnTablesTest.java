package plancheck.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.pasting.OwnSheets;
import plancheck.dossier.reading.Given;
import plancheck.facts.Language;

/** An office's own workbook, as it keeps it, in lists that are asked for. */
class OwnTablesTest {
    private static final Questionnaire ASKED = Questionnaire.complete(
            Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620821")), LocalDate.of(2024, 12, 31));

    /** Two sheets that fit, one that is none, one that is hidden; figures as numbers, a formula, a percentage, merged heads. */
    private static byte[] county(Workbook workbook) throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet villages = workbook.createSheet("道路");
            row(villages, 0, "泾川县自然村道路情况统计表");
            row(villages, 1, "序号", "乡镇", "自然村", "常住户数", "道路情况", "");
            row(villages, 2, "", "", "", "", "是否通硬化路", "里程（公里）");
            villages.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            villages.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
            row(villages, 3, 1, "城关镇", "甲村", 42, "已通", 1.2);
            row(villages, 4, 2, "", "乙村", 38, "在建中", 0);
            row(villages, 6, "", "小计", "", 80, "", 1.2);
            villages.getRow(6).getCell(3).setCellFormula("SUM(D4:D5)");
            workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(villages.getRow(6).getCell(3));
            Sheet compounds = workbook.createSheet("老旧小区");
            row(compounds, 0, "小区名称", "所在区域", "建成年份", "是否完成改造");
            row(compounds, 1, "建设小区", "县城", 1998, "√");
            Sheet contacts = workbook.createSheet("通讯录");
            row(contacts, 0, "单位", "联系人", "电话");
            row(contacts, 1, "交通局", "王某", "0933");
            Sheet hidden = workbook.createSheet("去年");
            row(hidden, 0, "自然村", "常住户数");
            workbook.setSheetHidden(3, true);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else {
                row.createCell(i).setCellValue((String) cells[i]);
            }
        }
    }

    private static OwnTables read(byte[] file, Map<Integer, String> chosen, Map<String, List<String>> filled) {
        return OwnTables.of(OwnWorkbook.read(file), ASKED, chosen, filled, false);
    }

    private static String fields(Map<String, List<String>> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue().get(0))
                        .collect(Collectors.joining(", "));
    }

    @Test
    void each_sheet_is_taken_for_the_list_it_fits_and_what_is_none_is_left_out() throws IOException {
        for (byte[] file : List.of(county(new XSSFWorkbook()), county(new HSSFWorkbook()))) {
            OwnTables tables = read(file, Map.of(), Map.of());
            assertEquals(
                    List.of("villages", "compounds", ""),
                    tables.tables().stream()
                            .map(table -> table.list() == null
                                    ? ""
                                    : table.list().kind().list())
                            .toList());
            assertEquals(
                    "/compounds/0/built=1998, /compounds/0/in=county-seat, /compounds/0/name=建设小区, /compounds/0/renovated=yes, "
                            + "/villages/0/hardened-road=yes, /villages/0/households=42, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=在建中, /villages/1/households=38, /villages/1/name=乙村",
                    fields(tables.into(Map.of())));
            assertTrue(tables.hasErrors(), "在建中 is asked back, 通讯录 is nobody's");
            assertEquals(List.of("工作表“去年”已隐藏，未采用。要采用的，请取消隐藏"), said(tables.ofFile()));
            List<String> said = said(tables.tables().get(0).problems());
            assertTrue(said.stream().anyMatch(one -> one.startsWith("“道路”表E5：")), said.toString());
            assertTrue(said.size() <= 4, said.toString());
        }
    }

    private static List<String> said(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    /** The table as a workbook of that county: heads merged over what is below or beside, numbers as numbers. */
    private static byte[] workbook(String table) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("统计表");
            List<String> lines = table.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Object[] cells = Stream.of(lines.get(i).split(table.contains("\t") ? "\t" : ",", -1))
                        .map(cell -> cell.matches("\\d{1,4}(\\.\\d+)?") ? (Object) new BigDecimal(cell) : cell)
                        .toArray();
                row(sheet, i, cells);
                for (int j = 0; i < 3 && j + 1 < cells.length; j++) {
                    if (!"".equals(cells[j]) && "".equals(cells[j + 1])) {
                        sheet.addMergedRegion(new CellRangeAddress(i, i, j, j + 1));
                    }
                }
            }
            if (table.contains("\t城关镇\t")) {
                sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The list is told, which is the one question that a table without heads leaves. */
    @ParameterizedTest
    @MethodSource("plancheck.dossier.pasting.OwnSheets#eight")
    void a_countys_own_sheet_is_taken_as_a_workbook_and_as_a_text(OwnSheets.OwnSheet own) throws IOException {
        Map<Integer, String> chosen = own.table().startsWith("甲村") ? Map.of(0, own.list()) : Map.of();
        for (byte[] file : List.of(
                workbook(own.table()),
                own.table().getBytes(StandardCharsets.UTF_8),
                own.table().replace("☑", "√").getBytes(Charset.forName("GBK")))) {
            OwnTables tables = read(file, chosen, Map.of());
            assertFalse(
                    tables.hasErrors(),
                    () -> said(tables.tables().get(0).problems()).toString());
            assertEquals(own.fields(), "{" + fields(tables.into(Map.of())) + "}");
        }
    }

    @Test
    void rows_go_below_those_that_are_there_or_take_their_place() throws IOException {
        byte[] file = county(new XSSFWorkbook());
        Map<String, List<String>> filled = Map.of("/villages/0/name", List.of("丙村"), "/note", List.of("已填"));
        Map<Integer, String> chosen = Map.of(1, "", 2, "");
        Map<String, List<String>> below = read(file, chosen, filled).into(filled);
        assertEquals(List.of("丙村"), below.get("/villages/0/name"));
        assertEquals(List.of("乙村"), below.get("/villages/2/name"));
        assertNull(below.get("/compounds/0/name"), "it was left out");

        Map<String, List<String>> instead = OwnTables.of(OwnWorkbook.read(file), ASKED, chosen, filled, true)
                .into(filled);
        assertEquals(List.of("甲村"), instead.get("/villages/0/name"));
        assertNull(instead.get("/villages/2/name"));
        assertEquals(List.of("已填"), instead.get("/note"));
    }

    @Test
    void a_text_of_either_encoding_is_taken() {
        String table = "序号,自然村（组）名称,常住户数（截至2024年底）,硬化路\n1,甲村,\"1,042\",通\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
            OwnTables tables = read(table.getBytes(charset), Map.of(), Map.of());
            assertEquals(
                    "/villages/0/hardened-road=yes, /villages/0/households=1042, /villages/0/name=甲村",
                    fields(tables.into(Map.of())),
                    charset.name());
            assertFalse(tables.hasErrors());
        }
    }

    @Test
    void what_was_understood_is_shown_as_a_form_shows_it() throws IOException {
        OwnTable compounds =
                read(county(new XSSFWorkbook()), Map.of(), Map.of()).tables().get(1);
        assertEquals(
                List.of("小区", "所在", "建成年份", "已改造").size(), compounds.columns().size());
        assertEquals(List.of(List.of("建设小区", "县城", "1998", "是")), compounds.beginning(5));
    }

    @Test
    void a_copy_has_each_wrong_cell_coloured_with_its_remark_and_is_read_as_before() throws IOException {
        for (byte[] file : List.of(county(new XSSFWorkbook()), county(new HSSFWorkbook()))) {
            OwnTables tables = read(file, Map.of(), Map.of());
            byte[] copy = MarkedCopy.of(file, tables.remarks(), Language.ZH);
            try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(copy))) {
                Cell wrong = workbook.getSheet("道路").getRow(4).getCell(4);
                assertEquals("在建中", wrong.getStringCellValue());
                assertEquals(
                        FillPatternType.SOLID_FOREGROUND, wrong.getCellStyle().getFillPattern());
                assertTrue(wrong.getCellComment().getString().getString().contains("在建中"));
                CellStyle sound = workbook.getSheet("道路").getRow(3).getCell(4).getCellStyle();
                assertEquals(FillPatternType.NO_FILL, sound.getFillPattern());
                Sheet remarks = workbook.getSheet("核对意见");
                assertNotNull(remarks);
                assertEquals(tables.remarks().size(), remarks.getLastRowNum());
            }
            OwnTables again = read(MarkedCopy.of(copy, tables.remarks(), Language.ZH), Map.of(), Map.of());
            assertEquals(fields(tables.into(Map.of())), fields(again.into(Map.of())), "marked twice");
        }
    }

    @Test
    void of_a_hundred_equal_mistakes_five_are_told_and_all_are_marked() throws IOException {
        String rows =
                IntStream.range(0, 100).mapToObj(i -> "村" + i + ",40,大概\n").collect(Collectors.joining());
        byte[] table = ("自然村,常住户数,通硬化路\n" + rows).getBytes(StandardCharsets.UTF_8);
        OwnTables tables = read(table, Map.of(), Map.of());
        assertEquals(6, tables.tables().get(0).problems().size());
        assertEquals(100, tables.remarks().size());
        try (Workbook workbook =
                WorkbookFactory.create(new ByteArrayInputStream(MarkedCopy.of(table, tables.remarks(), Language.ZH)))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals("大概", sheet.getRow(100).getCell(2).getStringCellValue());
            assertNotNull(sheet.getRow(100).getCell(2).getCellComment());
        }
    }

    @Test
    void what_cannot_be_read_is_told() {
        assertEquals(
                List.of("表格里没有内容。请选有内容的表格"),
                said(OwnWorkbook.read("\n\n".getBytes(StandardCharsets.UTF_8)).problems()));
        String many = "甲村,1\n".repeat(5_100);
        assertTrue(OwnWorkbook.read(many.getBytes(StandardCharsets.UTF_8))
                .problems()
                .get(0)
                .isError());
        assertTrue(OwnWorkbook.read(new byte[] {'P', 'K', 3, 4, 0})
                .problems()
                .get(0)
                .isError());
        assertTrue(OwnWorkbook.read(new byte[0]).problems().get(0).isError());
    }
}
