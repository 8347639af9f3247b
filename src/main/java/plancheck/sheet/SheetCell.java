package plancheck.sheet;

import org.apache.poi.ss.util.CellReference;
import plancheck.facts.Label;

/**
 * A cell of a workbook.
 *
 * @param row from 0
 * @param column from 0
 */
public record SheetCell(String sheet, int row, int column) {
    /** As an office finds it: “自然村”表C5. */
    public Label inWords() {
        return Label.filled("“%s”表%s", "sheet “%s”, cell %s", Label.of(sheet), Label.of(address()));
    }

    /** Such as C5. */
    String address() {
        return CellReference.convertNumToColString(column) + (row + 1);
    }
}
