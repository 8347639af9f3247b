package plancheck.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.pasting.PastedTable;

/**
 * An office's own sheet as rows of one of the lists that are asked for.
 *
 * @param number of the sheet, from 0
 * @param list what its rows are taken for; null where nobody knows, and then nothing is taken
 * @param first the row of the list its first row goes to, counted from 0
 * @param rows what they were understood as; null where there is no list
 */
public record OwnTable(
        int number,
        OwnWorkbook.OwnSheet sheet,
        @Nullable ListSection list,
        int first,
        PastedTable.@Nullable Rows rows) {

    static OwnTable of(int number, OwnWorkbook.OwnSheet sheet, @Nullable ListSection list, int first) {
        return new OwnTable(
                number, sheet, list, first, list == null ? null : new PastedTable(list).read(sheet.rows(), first));
    }

    /** How many rows are taken. */
    public int size() {
        return rows == null ? 0 : rows.rows();
    }

    /** What is wrong, each with its cell, or with its row's first where it is no cell's. */
    public List<Problem> problems() {
        return rows == null
                ? List.of()
                : rows.problems().stream().map(this::inCell).toList();
    }

    private Problem inCell(Problem problem) {
        boolean row = sheet.name().isEmpty(); // the columns of a text have no letters that anybody sees
        return cell(problem)
                .filter(at -> !row)
                .map(at -> CellPlaces.inCell(problem, at.inWords(), problem.message()))
                .orElse(problem);
    }

    /** What is to be said of its cells. */
    List<Remark> remarks() {
        return rows == null ? List.of() : Remark.of(rows.problems(), rows.wrong(), this::cell);
    }

    private Optional<SheetCell> cell(Problem problem) {
        PastedTable.CellAt at = rows == null ? null : rows.cells().get(problem.pointer());
        if (at != null) {
            return Optional.of(new SheetCell(sheet.name(), at.row() - 1, at.column()));
        }
        return sheet.rows().stream()
                .filter(row -> row.number() == problem.line())
                .findFirst()
                .map(row -> new SheetCell(sheet.name(), row.number() - 1, firstFilled(row.cells())));
    }

    private static int firstFilled(List<String> cells) {
        int at = 0;
        while (at < cells.size() - 1 && cells.get(at).isEmpty()) {
            at++;
        }
        return at;
    }

    /** The columns of the list that its rows fill, in the list's order. */
    public List<Question> columns() {
        return list == null || rows == null
                ? List.of()
                : list.columns().stream()
                        .filter(column ->
                                rows.fields().keySet().stream().anyMatch(field -> field.endsWith(column.pointer())))
                        .toList();
    }

    /**
     * What its first rows were understood as.
     *
     * @return a text for each of {@link #columns}, as a form shows it, empty where nothing stands there
     */
    public List<List<String>> beginning(int most) {
        List<List<String>> shown = new ArrayList<>();
        for (int row = first; list != null && rows != null && row < first + Math.min(most, size()); row++) {
            List<String> cells = new ArrayList<>();
            for (Question column : columns()) {
                String value = rows.fields()
                        .getOrDefault(list.field(row, column), List.of(""))
                        .get(0);
                cells.add(SheetRow.shown(SheetRow.choices(column), value));
            }
            shown.add(cells);
        }
        return shown;
    }
}
