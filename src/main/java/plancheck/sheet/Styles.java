package plancheck.sheet;

import java.util.HexFormat;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;
import org.jspecify.annotations.Nullable;

/** How the cells of a workbook look: what is ours is locked, what is to be filled in is white and framed. */
final class Styles {
    private static final String FONT = "宋体";

    final CellStyle title;
    final CellStyle head;
    final CellStyle heading;
    final CellStyle words;
    final CellStyle small;
    final CellStyle input;
    final CellStyle carried;
    final CellStyle closed;
    /** For what is text whatever it looks like, such as a code. */
    final CellStyle text;

    private final XSSFWorkbook workbook;

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.title = style(16, true, null, false);
        title.setWrapText(false);
        this.head = style(11, true, "DDE6F0", true);
        head.setAlignment(HorizontalAlignment.CENTER);
        this.heading = style(11, true, "EEF2F6", true);
        this.words = style(11, false, null, true);
        this.small = style(8, false, null, true);
        ((XSSFCellStyle) small).getFont().setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        this.input = style(11, false, "FFFFFF", true);
        input.setLocked(false);
        this.carried = style(11, false, "E4E4E4", true);
        carried.setLocked(false);
        this.closed = style(11, false, "F4F4F4", true);
        this.text = style(11, false, "FFFFFF", true);
        text.setLocked(false);
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    private CellStyle style(int size, boolean bold, @Nullable String fill, boolean framed) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (fill != null) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(fill)));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            for (XSSFCellBorder.BorderSide side : XSSFCellBorder.BorderSide.values()) {
                style.setBorderColor(side, new XSSFColor(HexFormat.of().parseHex("B8B8B8")));
            }
        }
        return style;
    }
}
