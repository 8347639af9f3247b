package plancheck.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plancheck.facts.Language;
import plancheck.facts.Message;

/** A workbook as it was handed in, with what is wrong in it: the cells coloured, each with its remark, and a sheet of all remarks. */
public final class MarkedCopy {
    /** The whole of it is held in memory, some thirty times as much. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** A comment's own box, in cells. */
    private static final int WIDE = 4;

    private static final int HIGH = 5;
    /** A spreadsheet takes no longer text in a cell; nobody reads one in a comment. */
    private static final int LONGEST = 2_000;

    private static final int MOST = 5_000;
    private static final int WORDS_WIDTH = 100 * 256;
    private static final int CELL_WIDTH = 24 * 256;

    private final Workbook workbook;
    private final Language language;
    private final Map<Integer, CellStyle> marked = new HashMap<>();

    private MarkedCopy(Workbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
    }

    /** The copy is of the same format; of a text it is a workbook (.xlsx). */
    public static String ending(byte[] handedIn) {
        return OpenedWorkbook.isOfficeFile(handedIn) && handedIn[0] != 'P' ? ".xls" : ".xlsx";
    }

    /**
     * @param handedIn a workbook that was read without being refused, or a text with a table, of at most {@link #MAX_BYTES}
     * @param remarks of its cells; the first five thousand of them
     * @throws UncheckedIOException when it cannot be opened after all
     */
    public static byte[] of(byte[] handedIn, List<Remark> remarks, Language language) {
        try (Workbook workbook = open(handedIn, language);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new MarkedCopy(workbook, language).mark(remarks.subList(0, Math.min(MOST, remarks.size())));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("marking a workbook", e);
        }
    }

    private static Workbook open(byte[] handedIn, Language language) throws IOException {
        if (OpenedWorkbook.isOfficeFile(handedIn)) {
            ByteArrayInputStream stream = new ByteArrayInputStream(handedIn);
            return handedIn[0] == 'P' ? new XSSFWorkbook(stream) : new HSSFWorkbook(stream);
        }
        XSSFWorkbook workbook = new XSSFWorkbook();
        for (OwnWorkbook.OwnSheet own : OwnWorkbook.read(handedIn).sheets()) {
            Sheet sheet = workbook.createSheet(language.of(Message.of("sheet.of-text")));
            own.rows().forEach(row -> {
                Row written = sheet.createRow(row.number() - 1);
                for (int i = 0; i < row.cells().size(); i++) {
                    written.createCell(i).setCellValue(row.cells().get(i));
                }
            });
        }
        return workbook;
    }

    private void mark(List<Remark> remarks) {
        Map<SheetCell, List<Remark>> byCell = remarks.stream()
                .filter(remark -> remark.cell() != null)
                .collect(Collectors.groupingBy(Remark::cell, LinkedHashMap::new, Collectors.toList()));
        byCell.forEach(this::mark);
        list(remarks);
    }

    private void mark(SheetCell at, List<Remark> remarks) {
        Sheet sheet = at.sheet().isEmpty() ? workbook.getSheetAt(0) : workbook.getSheet(at.sheet());
        if (sheet == null) {
            return;
        }
        Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
        Cell cell = row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        boolean error = remarks.stream().anyMatch(Remark::error);
        cell.setCellStyle(style(cell.getCellStyle(), error));
        comment(sheet, cell, remarks.stream().map(this::words).collect(Collectors.joining("\n")));
    }

    /** The cell's own style but for its colour; a workbook may not have a style for each cell. */
    private CellStyle style(CellStyle own, boolean error) {
        return marked.computeIfAbsent(2 * own.getIndex() + (error ? 1 : 0), index -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(own);
            style.setFillForegroundColor((error ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    /** Added to what somebody has noted there. */
    private void comment(Sheet sheet, Cell cell, String words) {
        Comment there = cell.getCellComment();
        if (there != null) {
            String before = there.getString().getString();
            there.setString(workbook.getCreationHelper().createRichTextString(cut(before + "\n" + words)));
            return;
        }
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + WIDE);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + HIGH);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(cut(words)));
        comment.setAuthor("plancheck");
        cell.setCellComment(comment);
    }

    /** All remarks in the order of the workbook, also those that are no cell's. */
    private void list(List<Remark> remarks) {
        String name = language.of(Message.of("sheet.remarks"));
        Sheet before = workbook.getSheet(name);
        if (before != null) {
            workbook.removeSheetAt(workbook.getSheetIndex(before)); // of a copy that was marked once before
        }
        Sheet sheet = workbook.createSheet(name);
        sheet.setColumnWidth(0, CELL_WIDTH);
        sheet.setColumnWidth(1, WORDS_WIDTH);
        CellStyle wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        row(
                sheet,
                0,
                language.of(Message.of("sheet.remarks-cell")),
                language.of(Message.of("sheet.remarks-words")),
                wrapped);
        int number = 1;
        for (Remark remark : remarks) {
            SheetCell cell = remark.cell();
            row(sheet, number++, cell == null ? "" : language.of(cell.inWords()), words(remark), wrapped);
        }
        sheet.createFreezePane(0, 1);
    }

    private static void row(Sheet sheet, int number, String cell, String words, CellStyle style) {
        Row row = sheet.createRow(number);
        row.createCell(0).setCellValue(cell);
        row.createCell(1).setCellValue(words);
        row.getCell(1).setCellStyle(style);
    }

    private String words(Remark remark) {
        return cut(language.of(remark.words()));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
