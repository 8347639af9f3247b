package plancheck.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.form.Blanks;
import plancheck.dossier.pasting.PastedRow;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;

/**
 * An office's own tables, as it keeps them: a workbook or comma-separated text, each sheet row by row.
 *
 * @param sheets those that have something in them
 * @param problems what keeps the file, or some of it, from being read
 */
public record OwnWorkbook(List<OwnSheet> sheets, List<Problem> problems) {
    /** As many as a list may have, and what stands around them. */
    private static final int MOST_ROWS = 5_020;

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_SHEETS = 50;

    /**
     * A sheet.
     *
     * @param name empty of a text
     * @param rows those that are not blank, with the numbers they have in the sheet
     */
    public record OwnSheet(String name, List<PastedRow> rows) {}

    /** Reads xlsx, xls and csv (UTF-8 or GBK); never throws for what is in it. */
    public static OwnWorkbook read(byte[] bytes) {
        Problems problems = new Problems();
        List<OwnSheet> sheets = new ArrayList<>();
        if (OpenedWorkbook.isOfficeFile(bytes)) {
            try (Workbook workbook = OpenedWorkbook.open(bytes, problems)) {
                if (workbook != null) {
                    sheets(workbook, sheets, problems);
                }
            } catch (IOException | RuntimeException e) {
                problems.add(Problem.error(0, "", OpenedWorkbook.broken(e), Message.of("sheet.open-and-save-again")));
            }
        } else {
            String text = SourceText.decode(bytes, problems);
            if (text != null) {
                sheets.add(new OwnSheet("", PastedRow.split(text, problems)));
            }
        }
        sheets.removeIf(sheet -> sheet.rows().isEmpty());
        if (sheets.isEmpty() && !problems.hasErrors()) {
            problems.add(Problem.error(0, "", Message.of("sheet.empty"), Message.of("sheet.choose-another")));
        }
        return new OwnWorkbook(sheets, problems.inOrder());
    }

    private static void sheets(Workbook workbook, List<OwnSheet> sheets, Problems problems) {
        int number = 0;
        for (Sheet sheet : workbook) {
            boolean hidden = workbook.isSheetHidden(number) || workbook.isSheetVeryHidden(number);
            number++;
            if (number > MOST_SHEETS) {
                problems.add(Problem.error(
                        0, "", Message.of("sheet.too-many-sheets", MOST_SHEETS), Message.of("sheet.keep-needed")));
                return;
            } else if (!hidden) {
                sheets.add(new OwnSheet(sheet.getSheetName(), rows(sheet, problems)));
            } else if (sheet.iterator().hasNext()) {
                problems.add(Problem.warning(
                        0, "", Message.of("sheet.hidden", sheet.getSheetName()), Message.of("sheet.show-hidden")));
            }
        }
    }

    private static List<PastedRow> rows(Sheet sheet, Problems problems) {
        List<PastedRow> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = cells(sheet.getSheetName(), row, problems);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new PastedRow(row.getRowNum() + 1, cells));
            }
            if (rows.size() > MOST_ROWS) {
                problems.add(Problem.error(
                        0,
                        "",
                        Message.of("sheet.too-many-rows", sheet.getSheetName(), MOST_ROWS - 20),
                        Message.of("dossier.paste-in-parts")));
                return List.of();
            }
        }
        return rows;
    }

    private static List<String> cells(String sheet, Row row, Problems problems) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            int column = cell.getColumnIndex();
            if (column >= MOST_COLUMNS) {
                break;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            String error = CellText.error(cell);
            if (error.isEmpty()) {
                cells.set(column, Blanks.strip(CellText.of(cell)));
            } else {
                SheetCell at = new SheetCell(sheet, row.getRowNum(), column);
                problems.add(Problem.error(
                        0,
                        "",
                        Message.of("sheet.formula-error", at.inWords(), error),
                        Message.of("sheet.mend-formula")));
            }
        }
        return cells;
    }
}
