package plancheck.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.form.Blanks;
import plancheck.facts.Message;

/** The cells of a workbook of ours as fields of a form, whatever offices have moved, inserted or left out in it. */
final class ReadCells {
    private static final String CARRIED = SheetColumn.CARRIED.head();
    private static final int LONGEST_QUOTED = 3;

    private final Problems problems;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, SheetCell> places = new LinkedHashMap<>();
    private final Map<String, String> matters = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<String> unconfirmed = new ArrayList<>();
    private boolean recognised;

    ReadCells(Problems problems) {
        this.problems = problems;
    }

    /** By the names of the form's fields. */
    Map<String, List<String>> fields() {
        return fields;
    }

    /** Sheet and cell of each field. */
    Map<String, SheetCell> places() {
        return places;
    }

    /** What the row of a field asks for, or its column in a list, as it stands there. */
    Map<String, String> matters() {
        return matters;
    }

    /** Whether a sheet of ours was among them. */
    boolean isRecognised() {
        return recognised;
    }

    void read(Workbook workbook) {
        int number = 0;
        for (Sheet sheet : workbook) {
            boolean hidden = workbook.isSheetHidden(number) || workbook.isSheetVeryHidden(number);
            number++;
            if (!hidden) {
                new OneSheet(sheet.getSheetName()).read(sheet);
            } else if (!sheet.getSheetName().equals(WorkbookWriter.OPTIONS)
                    && sheet.iterator().hasNext()) {
                problems.add(Problem.warning(
                        0, "", Message.of("sheet.hidden", sheet.getSheetName()), Message.of("sheet.show-hidden")));
            }
        }
        if (!unconfirmed.isEmpty()) {
            problems.add(Problem.warning(
                    0,
                    "",
                    Message.of(
                            "sheet.unconfirmed",
                            unconfirmed.size(),
                            unconfirmed.stream()
                                    .limit(LONGEST_QUOTED)
                                    .map(one -> Message.of("dossier.quoted", one))
                                    .toList()),
                    Message.of("sheet.confirm")));
        }
    }

    /** One sheet, row by row: what stands in a row depends on the last heads above it. */
    private final class OneSheet {
        private final String name;
        private final Map<Integer, SheetColumn> columns = new TreeMap<>();
        private final Map<Integer, String> list = new TreeMap<>();
        /** The row before, which above the keys of a list has its heads. */
        private Map<Integer, String> above = Map.of();

        private int key = -1;
        private int content = -1;

        OneSheet(String name) {
            this.name = name;
        }

        void read(Sheet sheet) {
            for (Row row : sheet) {
                Map<Integer, String> texts = texts(row);
                if (texts.isEmpty() || heads(texts)) {
                    continue;
                }
                if (list.isEmpty()) {
                    above = texts;
                }
                if (!list.isEmpty()) {
                    entry(row.getRowNum(), texts);
                } else if (key >= 0) {
                    question(row.getRowNum(), texts);
                }
            }
        }

        private Map<Integer, String> texts(Row row) {
            Map<Integer, String> texts = new TreeMap<>();
            for (Cell cell : row) {
                String error = CellText.error(cell);
                String text = Blanks.strip(CellText.of(cell));
                if (!error.isEmpty()
                        && (list.containsKey(cell.getColumnIndex()) || columns.containsKey(cell.getColumnIndex()))) {
                    problems.add(Problem.error(
                            0,
                            "",
                            Message.of(
                                    "sheet.formula-error",
                                    at(row.getRowNum(), cell.getColumnIndex()).inWords(),
                                    error),
                            Message.of("sheet.mend-formula")));
                } else if (!text.isEmpty()) {
                    texts.put(cell.getColumnIndex(), text);
                }
            }
            return texts;
        }

        /** Whether the row has the heads of what follows. */
        private boolean heads(Map<Integer, String> texts) {
            Optional<Integer> found = texts.entrySet().stream()
                    .filter(cell -> SheetColumn.headed(cell.getValue())
                            .filter(SheetColumn.KEY::equals)
                            .isPresent())
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (found.isEmpty()) {
                return false;
            }
            recognised = true;
            key = found.get();
            columns.clear();
            list.clear();
            content = -1;
            texts.forEach((at, text) -> {
                if (text.indexOf('/', 1) > 0 && text.startsWith("/")) {
                    list.put(at, text);
                } else if (text.equals(WorkbookWriter.CONTENT)) {
                    content = at;
                }
                SheetColumn.headed(text).ifPresent(column -> columns.put(at, column));
            });
            return true;
        }

        private void entry(int row, Map<Integer, String> texts) {
            Map<Integer, String> known = new TreeMap<>(texts);
            known.keySet().retainAll(list.keySet());
            if (known.isEmpty()) {
                return;
            }
            String first = list.values().iterator().next();
            String section = first.substring(0, first.indexOf('/', 1));
            int index = rows.merge(section, 1, Integer::sum) - 1;
            boolean carried = texts.entrySet().stream()
                    .anyMatch(cell -> CARRIED.equals(cell.getValue()) && CARRIED.equals(above.get(cell.getKey())));
            if (carried) {
                unconfirmed.add(known.values().iterator().next());
            }
            known.forEach((at, text) -> {
                String column = list.getOrDefault(at, "");
                String field = section + "/" + index + column.substring(section.length());
                put(field, text, row, at);
                matters.putIfAbsent(field, above.getOrDefault(at, ""));
            });
        }

        private void question(int row, Map<Integer, String> texts) {
            String pointer = texts.getOrDefault(key, "");
            if (content >= 0) {
                other(row, pointer, texts.getOrDefault(content, ""));
                return;
            }
            columns.forEach((at, column) -> {
                String text = texts.getOrDefault(at, "");
                if (column.isInput() && !text.isEmpty()) {
                    cell(row, at, column, pointer, text, matter(texts, pointer));
                }
            });
            columns.forEach((at, column) -> {
                if (column == SheetColumn.CARRIED && CARRIED.equals(texts.get(at))) {
                    unconfirmed.add(matter(texts, pointer));
                }
            });
        }

        private String matter(Map<Integer, String> texts, String pointer) {
            return columns.entrySet().stream()
                    .filter(column -> column.getValue() == SheetColumn.MATTER)
                    .map(column -> Blanks.strip(texts.getOrDefault(column.getKey(), pointer)))
                    .findFirst()
                    .orElse(pointer);
        }

        private void cell(int row, int at, SheetColumn column, String pointer, String text, String matter) {
            if (column == SheetColumn.CARRIED) {
                return;
            }
            if (pointer.isEmpty()) {
                problems.add(Problem.warning(
                        0,
                        "",
                        Message.of("sheet.no-key", at(row, at).inWords(), text),
                        Message.of("sheet.use-template-rows")));
                return;
            }
            Optional<String> field = column.field(pointer);
            if (field.isPresent()) {
                put(field.get(), text, row, at);
                matters.putIfAbsent(field.get(), matter);
            } else {
                problems.add(Problem.warning(
                        0,
                        "",
                        Message.of("sheet.closed-cell", at(row, at).inWords(), text),
                        Message.of("sheet.use-white-cells")));
            }
        }

        /** A long text goes on in the next row. */
        private void other(int row, String pointer, String text) {
            boolean goesOn = pointer.endsWith("+");
            String field = goesOn ? pointer.substring(0, pointer.length() - 1) : pointer;
            List<String> before = fields.get(field);
            if (goesOn && before != null) {
                before.set(before.size() - 1, before.get(before.size() - 1) + text);
            } else if (!field.isEmpty()) {
                put(field, text, row, content);
            }
        }

        private void put(String field, String text, int row, int column) {
            List<String> values = fields.computeIfAbsent(field, name -> new ArrayList<>());
            if (!values.contains(text)) {
                values.add(text);
            }
            places.putIfAbsent(field, at(row, column));
        }

        private SheetCell at(int row, int column) {
            return new SheetCell(name, row, column);
        }
    }
}
