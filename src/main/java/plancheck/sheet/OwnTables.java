package plancheck.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.pasting.PastedTable;

/**
 * The sheets of an office's own workbook as rows of the lists that are asked for, to be looked at before they are taken.
 *
 * @param tables one for each sheet that has something in it
 * @param ofFile what keeps the file, or some of it, from being read
 * @param replaces whether what a list has already gives way
 */
public record OwnTables(List<OwnTable> tables, List<Problem> ofFile, boolean replaces) {
    /** A name and one thing more; a heading that reads 名称 stands in any table. */
    private static final int LEAST_FIT = 2;

    private static final Pattern ROW = Pattern.compile("(/[^/]+)/(\\d{1,6})(?:/.*)?", Pattern.DOTALL);

    /**
     * @param chosen the list's key by the sheet's number, empty where the sheet is to be left out; where there is none, the list that
     *     the sheet fits
     * @param filled what the dossier has already, by the names of a form's fields
     */
    public static OwnTables of(
            OwnWorkbook workbook,
            Questionnaire asked,
            Map<Integer, String> chosen,
            Map<String, List<String>> filled,
            boolean replaces) {
        Map<String, Integer> next = replaces ? new LinkedHashMap<>() : rows(filled);
        List<OwnTable> tables = new ArrayList<>();
        for (int number = 0; number < workbook.sheets().size(); number++) {
            OwnWorkbook.OwnSheet sheet = workbook.sheets().get(number);
            String key = chosen.get(number);
            ListSection list = (key == null ? list(sheet, asked) : list(key, asked)).orElse(null);
            String pointer = list == null ? "" : list.pointer();
            OwnTable table = OwnTable.of(number, sheet, list, next.getOrDefault(pointer, 0));
            next.merge(pointer, table.size(), Integer::sum);
            tables.add(table);
        }
        return new OwnTables(List.copyOf(tables), workbook.problems(), replaces);
    }

    /** How many rows each list has. */
    private static Map<String, Integer> rows(Map<String, List<String>> filled) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String field : filled.keySet()) {
            Matcher row = ROW.matcher(field);
            if (row.matches()) {
                rows.merge(row.group(1), Integer.parseInt(row.group(2)) + 1, Math::max);
            }
        }
        return rows;
    }

    /** By key or by name. */
    private static Optional<ListSection> list(String named, Questionnaire asked) {
        return asked.lists().stream()
                .filter(list ->
                        list.kind().list().equals(named) || list.label().zh().equals(named))
                .findFirst();
    }

    /** Of which a sheet's headings name more columns than of any other, or which it is called after. */
    private static Optional<ListSection> list(OwnWorkbook.OwnSheet sheet, Questionnaire asked) {
        Map<ListSection, Integer> fits = new LinkedHashMap<>();
        asked.lists().forEach(list -> {
            int fit = new PastedTable(list).fit(sheet.rows());
            if (fit >= LEAST_FIT) {
                fits.put(list, 2 * fit + (isNamed(sheet, list) ? 1 : 0));
            }
        });
        int best = fits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<ListSection> fitting = fits.entrySet().stream()
                .filter(fit -> fit.getValue() == best)
                .map(Map.Entry::getKey)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean isNamed(OwnWorkbook.OwnSheet sheet, ListSection list) {
        String kind = list.label().zh();
        return sheet.name().contains(kind)
                || sheet.rows().get(0).cells().stream().anyMatch(cell -> cell.contains(kind));
    }

    /** How many rows are taken in all. */
    public int size() {
        return tables.stream().mapToInt(OwnTable::size).sum();
    }

    /** What the dossier has with them, by the names of a form's fields. */
    public Map<String, List<String>> into(Map<String, List<String>> filled) {
        Map<String, List<String>> all = new LinkedHashMap<>(filled);
        if (replaces) {
            Set<String> given = new LinkedHashSet<>();
            tables.stream()
                    .filter(table -> table.size() > 0)
                    .map(OwnTable::list)
                    .forEach(list -> given.add(pointer(list)));
            all.keySet().removeIf(field -> {
                Matcher row = ROW.matcher(field);
                return row.matches() && given.contains(row.group(1));
            });
        }
        tables.forEach(table ->
                all.putAll(table.rows() == null ? Map.of() : table.rows().fields()));
        return all;
    }

    private static String pointer(@Nullable ListSection list) {
        return list == null ? "" : list.pointer();
    }

    /** Whether something in them has to be mended or chosen before all of it is taken. */
    public boolean hasErrors() {
        return ofFile.stream().anyMatch(Problem::isError)
                || tables.stream()
                        .anyMatch(table -> table.list() == null
                                || table.problems().stream().anyMatch(Problem::isError));
    }

    /** What is to be said of the file and its cells. */
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>(Remark.of(ofFile, List.of(), problem -> Optional.empty()));
        tables.forEach(table -> remarks.addAll(table.remarks()));
        return remarks;
    }
}
