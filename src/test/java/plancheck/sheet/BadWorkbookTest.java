package plancheck.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;

/** Workbooks that are broken, hostile, or no workbooks of ours: each is told what it is, and none is passed over. */
class BadWorkbookTest {
    private static final HandedInReader READER = new HandedInReader(Given.BOOK);
    private static final byte[] TEMPLATE = template();

    private static byte[] template() {
        Map<String, List<String>> head = new DossierForm(Given.BOOK)
                .fields(Given.HEAD.getBytes(StandardCharsets.UTF_8))
                .values();
        Questionnaire asked = DossierWorkbook.asked(Given.BOOK, head).orElseThrow();
        return new DossierWorkbook(Given.BOOK).write(asked, Given.HEAD.getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void an_empty_template_is_a_dossier_with_nothing_in_it() {
        HandedIn read = READER.read(TEMPLATE);
        assertEquals(List.of(), Given.said(read.reading()));
        assertTrue(read.reading().orThrow().items().isEmpty());
    }

    @Test
    void a_password_is_named_as_such() throws Exception {
        POIFSFileSystem files = new POIFSFileSystem();
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("平凉");
        try (var stream = encryptor.getDataStream(files)) {
            stream.write(TEMPLATE);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeFilesystem(out);
        assertEquals(List.of("表格设有打开密码，读不出来。请取消密码后另存再交"), said(out.toByteArray()));
    }

    @Test
    void a_password_of_an_old_file_is_named_as_such() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("Pingliang");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("填报项");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertEquals(List.of("表格设有打开密码，读不出来。请取消密码后另存再交"), said(out.toByteArray()));
    }

    @Test
    void macros_are_refused_and_so_is_what_unpacks_without_end() throws IOException {
        assertEquals(
                List.of("表格里有宏，没有读取。请另存为不含宏的 Excel 工作簿（xlsx）再交"),
                said(zip(Map.of("xl/workbook.xml", new byte[1], "xl/vbaProject.bin", new byte[9]))));
        byte[] bomb = zip(Map.of("xl/workbook.xml", new byte[310 * 1024 * 1024]));
        assertTrue(bomb.length < 1024 * 1024);
        assertEquals(List.of("文件解开后过大，不是正常的表格，没有读取。请用 Excel 或 WPS 打开，另存为 xlsx 再交"), said(bomb));
    }

    @Test
    void what_is_no_workbook_is_told_what_it_is() throws IOException {
        assertEquals(
                List.of("这是 Word 文件，不是表格。请另存为 Excel 工作簿（xlsx）再交"), said(zip(Map.of("word/document.xml", new byte[1]))));
        assertEquals(List.of("这是 ODS 表格。请另存为 Excel 工作簿（xlsx）再交"), said(zip(Map.of("content.xml", new byte[1]))));
        assertEquals(
                List.of("这是 Excel 二进制工作簿（xlsb）。请另存为 Excel 工作簿（xlsx）再交"),
                said(zip(Map.of("xl/workbook.bin", new byte[1]))));
        assertEquals(List.of("这不是 Excel 表格。请另存为 Excel 工作簿（xlsx）再交"), said(zip(Map.of("a.txt", new byte[1]))));
    }

    @ParameterizedTest
    @CsvSource({"4", "100", "5000", "60000"})
    void a_file_that_was_cut_off_is_damaged(int bytes) {
        assertEquals(
                List.of("表格文件已损坏，读不出来。请用 Excel 或 WPS 打开，另存为 xlsx 再交"), said(java.util.Arrays.copyOf(TEMPLATE, bytes)));
    }

    @Test
    void a_row_inserted_into_a_list_takes_nothing_from_its_neighbour() {
        byte[] dossier = (Given.HEAD
                        + "villages:\n  - { name: 甲村, households: 42, hardened-road: yes, evidence: [\"甲；乙\", 丙] }\n"
                        + "  - { name: 乙村, households: 31, hardened-road: no }\n")
                .getBytes(StandardCharsets.UTF_8);
        DossierWorkbook workbooks = new DossierWorkbook(Given.BOOK);
        byte[] written = workbooks.write(workbooks.asked(dossier).orElseThrow(), dossier, true);
        byte[] book = changed(written, workbook -> {
            Sheet list = workbook.getSheet("自然村清单");
            list.shiftRows(3, 4, 1);
            list.createRow(3).createCell(1).setCellValue("丙村");
        });
        HandedIn read = READER.read(book);
        String yaml = new String(read.dossier(), StandardCharsets.UTF_8);
        assertTrue(yaml.contains("{name: 甲村, households: 42, hardened-road: yes, evidence: [甲；乙, 丙]}"), yaml);
        assertTrue(yaml.contains("- {name: 丙村}"), yaml);
        assertTrue(
                Given.said(read.reading()).toString().contains("有2项沿用上年尚未确认：“甲村”、“乙村”"),
                () -> Given.said(read.reading()).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5_000})
    void a_long_list_that_a_program_wrote_is_read(int villages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet head = book.createSheet("基本情况");
            rows(head, "答复|填报项（勿改）", "自评|/kind", "甲|/id", "泾川县自评|/title", "620821|/place", "2024-12-31|/as-of");
            Sheet list = book.createSheet("自然村清单");
            rows(list, "填报项（勿改）|/villages/name|/villages/households|/villages/hardened-road");
            for (int i = 0; i < villages; i++) {
                Row row = list.createRow(i + 1);
                row.createCell(1).setCellValue("村" + i);
                row.createCell(2).setCellValue(20 + i % 50);
                row.createCell(3).setCellValue(i % 3 == 0 ? "否" : "是");
            }
            book.write(out);
        }
        HandedIn read = READER.read(out.toByteArray());
        assertEquals(List.of(), Given.said(read.reading()));
        assertEquals(villages, read.reading().orThrow().items().size());
    }

    private static void rows(Sheet sheet, String... rows) {
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            String[] cells = rows[i].split("\\|");
            for (int j = 0; j < cells.length; j++) {
                row.createCell(j).setCellValue(cells[j]);
            }
        }
    }

    @Test
    void a_table_of_ones_own_is_no_dossier_and_is_told_where_it_belongs() {
        XSSFWorkbook own = new XSSFWorkbook();
        Row row = own.createSheet("自然村").createRow(0);
        row.createCell(0).setCellValue("村名");
        row.createCell(1).setCellValue("户数");
        assertEquals(
                List.of(
                        "表格里没有“填报项”一栏，看不出各格填的是什么。请用 plancheck template -f xlsx 生成的表格填报；自己的清单可用 plancheck import 或在网页表单里导入"),
                said(bytes(own)));
    }

    @Test
    void a_formula_gives_its_value_and_one_that_fails_is_named_with_its_cell() {
        byte[] sums = changed(book -> {
            cell(book, "/figures/residents", SheetColumn.VALUE).setCellFormula("20+0.83");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        HandedIn read = READER.read(sums);
        assertEquals(List.of(), Given.said(read.reading()));
        assertTrue(new String(read.dossier(), StandardCharsets.UTF_8).contains("residents: {value: 20.83, unit: 万人"));

        byte[] failing = changed(book -> {
            cell(book, "/figures/residents", SheetColumn.VALUE).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        List<String> said = said(failing);
        assertEquals(1, said.size());
        assertTrue(said.get(0).matches("“指标和事项”表D\\d+的公式出错（#DIV/0!）。请改正公式，或直接填数值"), said.get(0));
        assertNull(READER.read(failing).reading().dossier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"97.5% | 97.5", "９７．５ | 97.5", "97.5 | 97.5"})
    void numbers_typed_as_text_are_numbers(String typed, String number) {
        byte[] book =
                changed(workbook -> cell(workbook, "/figures/county-seat-sewage-treatment-rate", SheetColumn.VALUE)
                        .setCellValue(typed));
        assertTrue(new String(READER.read(book).dossier(), StandardCharsets.UTF_8)
                .contains("county-seat-sewage-treatment-rate: {value: " + number + ", unit: \"%\""));
    }

    @Test
    void a_cell_formatted_as_a_percentage_is_one_and_a_bare_share_is_asked() {
        byte[] percent = changed(book -> {
            Cell cell = cell(book, "/figures/county-seat-sewage-treatment-rate", SheetColumn.VALUE);
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            cell.setCellStyle(style);
            cell.setCellValue(0.975);
        });
        HandedIn read = READER.read(percent);
        assertEquals(List.of(), Given.said(read.reading()));
        assertTrue(new String(read.dossier(), StandardCharsets.UTF_8).contains("rate: {value: 97.5, unit: \"%\""));

        byte[] share = changed(book -> cell(book, "/figures/county-seat-sewage-treatment-rate", SheetColumn.VALUE)
                .setCellValue(0.975));
        List<String> said = said(share);
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("“指标和事项”表D") && said.get(0).contains("97.5"), said.get(0));
    }

    @Test
    void a_hidden_sheet_a_grey_cell_and_a_row_without_key_are_said_and_not_used() {
        byte[] book = changed(workbook -> {
            Sheet notes = workbook.createSheet("草稿");
            notes.createRow(0).createCell(0).setCellValue("甲");
            workbook.setSheetHidden(workbook.getSheetIndex(notes), true);
            cell(workbook, "/figures/residents", SheetColumn.DAY).setCellValue("是");
            Sheet questions = workbook.getSheet(WorkbookWriter.QUESTIONS);
            questions
                    .createRow(questions.getLastRowNum() + 1)
                    .createCell(SheetColumn.VALUE.ordinal())
                    .setCellValue(12);
        });
        List<String> said = said(book);
        assertEquals(3, said.size(), said.toString());
        assertTrue(said.contains("工作表“草稿”已隐藏，未采用。要采用的，请取消隐藏"), said.toString());
        assertTrue(said.stream().anyMatch(one -> one.contains("不用填写，其中的“是”未采用")), said.toString());
        assertTrue(said.stream().anyMatch(one -> one.contains("没有“填报项”，其中的“12”未采用")), said.toString());
    }

    @Test
    void rows_and_columns_may_be_moved_and_inserted() {
        byte[] book = changed(workbook -> {
            Sheet questions = workbook.getSheet(WorkbookWriter.QUESTIONS);
            questions.shiftRows(2, questions.getLastRowNum(), 3);
            cell(workbook, "/figures/residents", SheetColumn.VALUE).setCellValue(20.83);
        });
        HandedIn read = READER.read(book);
        assertEquals(List.of(), Given.said(read.reading()));
        assertTrue(new String(read.dossier(), StandardCharsets.UTF_8).contains("residents: {value: 20.83"));
    }

    private static List<String> said(byte[] workbook) {
        return READER.read(workbook).reading().problems().stream()
                .peek(Given::inEnglish)
                .map(Object::toString)
                .toList();
    }

    /** The cell of a row, by what the row asks for. */
    private static Cell cell(Workbook book, String pointer, SheetColumn column) {
        for (Row row : book.getSheet(WorkbookWriter.QUESTIONS)) {
            for (Cell cell : row) {
                if (CellText.of(cell).equals(pointer)) {
                    return row.getCell(column.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
        }
        throw new AssertionError(pointer);
    }

    private static byte[] changed(Consumer<Workbook> change) {
        return changed(TEMPLATE, change);
    }

    private static byte[] changed(byte[] workbook, Consumer<Workbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(book);
            return bytes(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Workbook book) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
