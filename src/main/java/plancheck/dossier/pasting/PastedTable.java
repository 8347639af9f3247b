package plancheck.dossier.pasting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;

/**
 * A list pasted from a spreadsheet, as fields of a {@link DossierForm}. Columns go by the headings in the first row when
 * there are any, in any order, else by the order of the list's columns. Safe to share between threads.
 */
public final class PastedTable {
    private final ListSection list;
    private final PastedHeadings headings;

    public PastedTable(ListSection list) {
        this.list = list;
        this.headings = new PastedHeadings(list);
    }

    /**
     * What was pasted.
     *
     * @param fields by name, to be added to those of the form; a cell that could not be understood stands in them as pasted
     * @param rows how many rows the fields fill
     * @param problems by the row of the pasted table, in {@link Problem#line}, with the field in {@link Problem#pointer};
     *     what is not in the fields is among them
     * @param cells where each field stands
     * @param wrong the fields that could not be understood, also those that are only counted among the problems
     */
    public record Rows(
            Map<String, List<String>> fields,
            int rows,
            List<Problem> problems,
            Map<String, CellAt> cells,
            List<String> wrong) {}

    /**
     * A cell of the pasted table.
     *
     * @param row from 1
     * @param column from 0
     */
    public record CellAt(int row, int column) {}

    /**
     * Reads a table: cells parted by tabs as spreadsheets copy them, or by semicolons or commas where there is no tab.
     * Never throws for what stands in it.
     *
     * @param firstRow the row of the form its first row goes to, counted from 0
     */
    public Rows read(String pasted, int firstRow) {
        Problems problems = new Problems();
        return read(PastedRow.split(pasted, problems), firstRow, problems);
    }

    /** The same of rows that are parted already; none of them is blank. */
    public Rows read(List<PastedRow> pastedRows, int firstRow) {
        return read(pastedRows, firstRow, new Problems());
    }

    /** How many of the list's columns the headings name: how well a table fits the list; 0 where there are no headings. */
    public int fit(List<PastedRow> pastedRows) {
        int heading = headings.find(pastedRows);
        if (heading < 0) {
            return 0;
        }
        return (int) headings.columns(headings.whole(pastedRows, heading), new Problems()).stream()
                .filter(column -> column != null && list.columns().contains(column))
                .count();
    }

    private Rows read(List<PastedRow> pastedRows, int firstRow, Problems problems) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, CellAt> places = new LinkedHashMap<>();
        int heading = headings.find(pastedRows);
        List<@Nullable Question> columns =
                heading < 0 ? headings.inOrder() : headings.columns(headings.whole(pastedRows, heading), problems);
        int last = heading >= 0 && headings.goesOn(pastedRows, heading) ? heading + 1 : heading;
        title(pastedRows.subList(0, Math.max(0, heading)), problems);
        PastedTotals totals = new PastedTotals(list, columns);
        int rows = 0;
        for (PastedRow row : pastedRows.subList(last + 1, pastedRows.size())) {
            boolean again =
                    heading >= 0 && row.cells().equals(pastedRows.get(heading).cells());
            if (!again && totals.isItem(row)) { // headings stand on every page of a printed table
                Map<String, String> cells = cells(row, columns, firstRow + rows, places, problems);
                cells.forEach((name, value) -> fields.put(name, List.of(value)));
                rows += cells.isEmpty() ? 0 : 1;
            }
        }
        totals.tell(problems);
        if (rows == 0 && problems.isEmpty()) {
            problems.add(Problem.error(
                    0, list.pointer(), Message.of("dossier.nothing-pasted"), Message.of("dossier.copy-data-again")));
        }
        return new Rows(fields, rows, problems.inOrder(), places, problems.wrong());
    }

    private void title(List<PastedRow> rows, Problems problems) {
        if (!rows.isEmpty()) {
            problems.add(Problem.warning(
                    rows.get(0).number(),
                    list.pointer(),
                    Message.of(
                            "dossier.above-headings-not-used",
                            PastedHeadings.quoted(rows.stream()
                                    .flatMap(row -> row.cells().stream())
                                    .filter(cell -> !cell.isEmpty())
                                    .toList())),
                    Message.of("dossier.check-above-headings")));
        }
    }

    private Map<String, String> cells(
            PastedRow row, List<@Nullable Question> columns, int index, Map<String, CellAt> places, Problems problems) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            Question column = i < columns.size() ? columns.get(i) : null;
            if (column != null && !cell.isEmpty()) {
                String name = list.field(index, column);
                places.put(name, new CellAt(row.number(), i));
                cells.put(name, new PastedCell(row.number(), name, column, problems).value(cell));
            } else if (!cell.isEmpty() && i >= columns.size()) { // that there is no such heading has been said
                left.add(cell);
            }
        }
        if (!left.isEmpty()) {
            problems.add(Problem.warning(
                    row.number(),
                    list.pointer(),
                    Message.of("dossier.cells-without-column", PastedHeadings.quoted(left)),
                    Message.of("dossier.check-columns")));
        }
        return cells;
    }
}
