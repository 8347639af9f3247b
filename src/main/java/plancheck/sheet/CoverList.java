package plancheck.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plancheck.dossier.asking.Questionnaire;
import plancheck.rulebook.Bureau;

/** Who gets which workbook, how much is asked in it, and when it came back. */
final class CoverList {
    private static final List<String> HEADS =
            List.of("序号", "单位", "填报事项（项）", "其中清单（张）", "填报表", "联系人", "电话", "发出日期", "要求交回日期", "交回日期");
    private static final List<Integer> WIDTHS = List.of(6, 24, 16, 16, 34, 12, 16, 13, 14, 13);
    /** Columns before it are ours, those from it on the office's. */
    private static final int FIRST_EMPTY = 5;

    private final Questionnaire asked;
    private final Map<Bureau, String> files;
    private final List<Bureau> bureaus;

    /** @param files the name of each bureau's */
    CoverList(Questionnaire asked, Map<Bureau, String> files, List<Bureau> bureaus) {
        this.asked = asked;
        this.files = files;
        this.bureaus = bureaus;
    }

    byte[] write() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            XSSFSheet sheet = workbook.createSheet("分工表");
            WorkbookWriter.cell(sheet.createRow(0), 0, asked.head().title() + "　填报分工表", styles.title);
            Row heads = sheet.createRow(1);
            for (int i = 0; i < HEADS.size(); i++) {
                WorkbookWriter.cell(heads, i, HEADS.get(i), styles.head);
                sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
            }
            for (Map.Entry<Bureau, String> file : files.entrySet()) {
                row(sheet, asked.of(file.getKey(), bureaus), file.getKey(), file.getValue(), styles);
            }
            sheet.createFreezePane(2, 2);
            PrintSetup setup = sheet.getPrintSetup();
            setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
            setup.setLandscape(true);
            setup.setFitHeight((short) 0);
            sheet.setFitToPage(true);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a workbook to memory", e);
        }
    }

    private static void row(XSSFSheet sheet, Questionnaire part, Bureau bureau, String file, Styles styles) {
        int at = sheet.getLastRowNum() + 1;
        Row row = sheet.createRow(at);
        number(row, 0, at - 1, styles.words);
        WorkbookWriter.cell(row, 1, bureau.name().zh(), styles.words);
        number(row, 2, part.size(), styles.words);
        number(row, 3, part.lists().size(), styles.words);
        WorkbookWriter.cell(row, 4, file, styles.words);
        for (int i = FIRST_EMPTY; i < HEADS.size(); i++) {
            WorkbookWriter.cell(row, i, "", styles.input);
        }
    }

    private static void number(Row row, int column, int value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }
}
