package plancheck.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** What a cell says, as one would type it: a percentage with its sign, a day as such, the value of a formula. */
final class CellText {
    /** A spreadsheet reckons with so many digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private CellText() {}

    /** Empty for an empty cell. */
    static String of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case STRING -> cell.getStringCellValue();
            case ERROR, FORMULA, BLANK, _NONE -> "";
        };
    }

    /** What a spreadsheet shows for a formula that cannot be worked out, such as {@code #DIV/0!}; empty where none does. */
    static String error(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type != CellType.ERROR) {
            return "";
        }
        // The reader of new workbooks keeps the error's own name, the one of old ones a number.
        return cell instanceof HSSFCell
                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                : cell.getStringCellValue().replaceFirst("^ERROR:\\s*", "");
    }

    private static String number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            if (at != null && value >= 1) {
                return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? at.toLocalDate().toString()
                        : at.toString();
            }
        }
        BigDecimal number = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        String format = cell.getCellStyle() == null ? null : cell.getCellStyle().getDataFormatString();
        return format != null && format.replaceAll("\"[^\"]*\"", "").contains("%")
                ? plain(number.movePointRight(2)) + "%"
                : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
